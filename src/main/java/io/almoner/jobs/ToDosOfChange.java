package io.almoner.jobs;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Category;
import io.almoner.book.Entity;
import io.almoner.book.Identity;
import io.almoner.book.KeyActivation;
import io.almoner.book.Location;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.Organisation;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.RoleGrant;
import io.almoner.book.Seat;
import io.almoner.book.ServiceRequest;
import io.almoner.book.User;
import io.almoner.portal.ChangedBook;
import io.almoner.portal.NetChange;
import io.almoner.report.Detail;
import io.almoner.report.PortalPage;
import io.almoner.report.Task;

/**
 * What a change leaves to be done by hand; the answer to each case is whether that is anything. New work accounts and new
 * holders of Visual Studio subscriptions have files that portals take, and are none of its business.
 */
final class ToDosOfChange implements Entity.Cases<Boolean> {

    private final ChangedBook changed;
    private final NetChange change;
    private final ToDoLines lines;

    ToDosOfChange(ChangedBook changed, NetChange change, ToDoLines lines) {
        this.changed = changed;
        this.change = change;
        this.lines = lines;
    }

    private boolean isNew() {
        return change.before() == null;
    }

    private boolean isGone() {
        return change.after() == null;
    }

    private boolean add(PortalPage page, Task task, ToDoLines.About about) {
        lines.add(page, task, about);
        return true;
    }

    @Override
    public Boolean user(User user) {
        if (isNew() && user.identity() == Identity.WORK) {
            return false;
        }
        ToDoLines.About about = lines.company().person(user, null);
        if (isGone()) {
            return add(PortalPage.USERS, Task.USER_REMOVE, about);
        }
        if (!isNew() || !user.enabled()) {
            about.detail(Detail.SIGN_IN, user.enabled() ? "ENABLED" : "DISABLED");
        }
        return isNew()
                ? add(PortalPage.USERS, Task.USER_INVITE, about)
                : add(PortalPage.USERS, Task.USER_CHANGE, about.detail(Detail.NAME, user.displayName()));
    }

    @Override
    public Boolean roleGrant(RoleGrant grant) {
        ToDoLines.About about = lines.location(grant.scope())
                .person(changed.user(grant.userId()), null)
                .detail(Detail.ROLE, grant.role().label());
        return add(PortalPage.ROLES, isGone() ? Task.ROLE_REVOKE : Task.ROLE_GRANT, about);
    }

    @Override
    public Boolean seat(Seat seat) {
        return new SeatToDos(changed, changed.book().benefit(seat.benefitId()), lines)
                .add((Seat) change.before(), (Seat) change.after());
    }

    @Override
    public Boolean keyActivation(KeyActivation activation) {
        Benefit benefit = changed.book().benefit(activation.benefitId());
        String key = changed.book().keys(benefit).stream()
                .filter(candidate -> candidate.id() == activation.keyId())
                .map(candidate -> candidate.key().masked())
                .findFirst()
                .orElse(null);
        ToDoLines.About about = lines.benefit(benefit)
                .person(changed.user(activation.userId()), null)
                .detail(Detail.KEY, key)
                .detail(Detail.TENANT, activation.tenant())
                .detail(Detail.REFERENCE, activation.reference());
        Task made = benefit.category() == Category.CLOUD ? Task.TOKEN_REDEEM : Task.KEY_ACTIVATE;
        return add(page(benefit), isGone() ? Task.ACTIVATION_RELEASE : made, about);
    }

    @Override
    public Boolean benefit(Benefit offer) {
        BenefitStatus before = change.before() instanceof Benefit known ? known.status() : null;
        if (isGone() || offer.category() != Category.GO_TO_MARKET || before == offer.status()) {
            return false;
        }
        ToDoLines.About about = lines.benefit(offer);
        if (offer.status() == BenefitStatus.PENDING) {
            about.detail(Detail.CONTACT, contacts()).detail(Detail.ACTIVATE_BY, offer.activateBy());
            return add(PortalPage.GO_TO_MARKET, Task.OFFER_ACTIVATE, about);
        }
        return before == BenefitStatus.PENDING
                && offer.status() == BenefitStatus.AVAILABLE
                && add(PortalPage.GO_TO_MARKET, Task.OFFER_WITHDRAW, about);
    }

    private String contacts() {
        return changed.book().contacts().stream()
                .map(contact -> name(contact) + " <" + contact.email() + ">, " + contact.phone())
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    private String name(MarketingContact contact) {
        String name = contact.name();
        return name == null || name.isBlank()
                ? changed.book().user(contact.userId()).displayName()
                : name;
    }

    @Override
    public Boolean marketingContact(MarketingContact contact) {
        ToDoLines.About about = lines.company()
                .person(changed.user(contact.userId()), contact.email())
                .detail(Detail.PHONE, contact.phone())
                .detail(Detail.PREFERRED_LANGUAGE, contact.language());
        return add(PortalPage.GO_TO_MARKET, isGone() ? Task.CONTACT_REMOVE : Task.CONTACT_SET, about);
    }

    @Override
    public Boolean serviceRequest(ServiceRequest request) {
        @Nullable Long benefitId = request.benefitId();
        ToDoLines.About about = benefitId == null
                ? lines.order(request.orderId())
                : lines.benefit(changed.book().benefit(benefitId));
        about.person(changed.user(request.userId()), null)
                .detail(Detail.SERVICE_REQUEST, request.number())
                .detail(Detail.REQUESTED_ON, request.requestedOn())
                .detail(Detail.PHASE, request.phase())
                .detail(Detail.HOURS, request.hours())
                .detail(Detail.REFERENCE, request.reference());
        Task asked = switch (request.kind()) {
            case CANCELLATION -> Task.REQUEST_CANCEL;
            case ADVISORY_HOURS -> Task.REQUEST_HOURS;
        };
        return add(PortalPage.REQUESTS, isGone() ? Task.REQUEST_WITHDRAW : asked, about);
    }

    static PortalPage page(Benefit benefit) {
        return switch (benefit.category()) {
            case SOFTWARE -> PortalPage.SOFTWARE;
            case CLOUD -> PortalPage.CLOUD;
            case VISUAL_STUDIO -> PortalPage.VISUAL_STUDIO;
            case TECHNICAL -> PortalPage.TECHNICAL;
            case GO_TO_MARKET -> PortalPage.GO_TO_MARKET;
        };
    }

    /** A key that was shown is known to whoever asked; its activations have lines of their own. */
    @Override
    public Boolean productKey(ProductKey key) {
        return false;
    }

    /** What is done to an order has the line of its request. */
    @Override
    public Boolean purchaseOrder(PurchaseOrder order) {
        return false;
    }

    @Override
    public Boolean organisation(Organisation organisation) {
        return false;
    }

    @Override
    public Boolean location(Location location) {
        return false;
    }

    @Override
    public Boolean membership(Membership membership) {
        return false;
    }
}
