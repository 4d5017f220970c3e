package io.almoner.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of one organisation, in memory, indexed the way the rules ask. A book is filled by {@link #put}
 * (owners before what they own), asked by the rules, and moved on by {@link #apply}. Not safe for use by several
 * threads.
 */
public final class OrgBook {

    private final String code;
    private @Nullable Organisation organisation;
    private final Map<Long, Location> locations = new LinkedHashMap<>();
    private final Map<String, Location> locationsByMpnId = new HashMap<>();
    private final Map<Long, User> users = new LinkedHashMap<>();
    private final Map<String, User> usersByEmail = new HashMap<>();
    private final Map<String, User> usersByIndividualId = new HashMap<>();
    private final Map<Long, List<Membership>> memberships = new HashMap<>();
    private final RoleBoard roles = new RoleBoard();
    private final Map<Long, PurchaseOrder> orders = new LinkedHashMap<>();
    private final Map<String, PurchaseOrder> ordersByNumber = new HashMap<>();
    private final Map<Long, Benefit> benefits = new LinkedHashMap<>();
    private final BenefitIndex benefitIndex = new BenefitIndex();
    private final Map<Long, Map<String, ProductKey>> keys = new HashMap<>();
    private final Map<String, ProductKey> keysByFingerprint = new HashMap<>();
    private final SeatBoard seats = new SeatBoard();
    private final Map<Long, Integer> visualStudioByLocation = new HashMap<>();
    private final Map<Long, MarketingContact> contacts = new LinkedHashMap<>();
    private final RequestBoard requests = new RequestBoard();
    private final Entity.Cases<Boolean> putting = new Putting();
    private final Entity.Cases<Boolean> removing = new Removing();
    private final Entity.Cases<Boolean> unnaming = new Unnaming();
    private final Entity.Cases<Optional<? extends Entity>> standing = new Standing();
    private int weight = 1;

    /**
     * An empty book.
     *
     * @param code the organisation's identifier in the files (OrgId)
     */
    public OrgBook(String code) {
        this.code = code;
    }

    /** Adds an entity, or replaces the one with the same surrogate key. */
    public void put(Entity entity) {
        entity.match(putting);
    }

    /**
     * Takes a change over: afterwards the book is as if it had been loaded from the ledger that has it. What changes keeps
     * its place among its like, so that a book that stayed in memory and one that was loaded again decide alike.
     */
    public void apply(Change change) {
        Entity before = change.before();
        Entity after = change.after();
        if (before != null && after == null) {
            before.match(removing);
        } else if (after != null) {
            if (before != null) {
                before.match(unnaming);
            }
            after.match(putting);
        }
    }

    /** What stands in this book under the kind and key of an entity as it was at some time; empty when it is gone. */
    public Optional<? extends Entity> standing(Entity entity) {
        return entity.match(standing);
    }

    /** The organisation's identifier in the files (OrgId). */
    public String code() {
        return code;
    }

    /** The organisation; empty when the ledger does not know it yet. */
    public Optional<Organisation> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** How many entities it holds, for a cache that is bounded by weight. */
    public int weight() {
        return weight;
    }

    /** The location of an MPN ID. */
    public Optional<Location> location(String mpnId) {
        return Optional.ofNullable(locationsByMpnId.get(mpnId));
    }

    /** The location of a surrogate key that stands in another entity of this book. */
    public Location location(long id) {
        return known(locations.get(id), "location", id);
    }

    /** Every location, in the order of their keys' arrival. */
    public Collection<Location> locations() {
        return Collections.unmodifiableCollection(locations.values());
    }

    /** The user of an account e-mail, given trimmed and in lower case. */
    public Optional<User> user(String email) {
        return Optional.ofNullable(usersByEmail.get(email));
    }

    /** The user of a surrogate key that stands in another entity of this book. */
    public User user(long id) {
        return known(users.get(id), "user", id);
    }

    /** Whether a user of that surrogate key is there. */
    public boolean hasUser(long id) {
        return users.containsKey(id);
    }

    /** The user whom PMC knew by that identifier. */
    public Optional<User> individual(String individualId) {
        return Optional.ofNullable(usersByIndividualId.get(individualId));
    }

    /** Every user. */
    public Collection<User> users() {
        return Collections.unmodifiableCollection(users.values());
    }

    /** A user's associations with locations; empty when none. */
    public List<Membership> memberships(User user) {
        return Collections.unmodifiableList(memberships.getOrDefault(user.id(), List.of()));
    }

    /** The roles that a user holds; empty when none. */
    public List<RoleGrant> grants(User user) {
        return roles.of(user.id());
    }

    /** The users who hold a role for the whole company, in the order of their keys. */
    public List<User> holders(Role role) {
        return roles.holders(role).stream().map(this::user).toList();
    }

    /** The order of a number. */
    public Optional<PurchaseOrder> order(String number) {
        return Optional.ofNullable(ordersByNumber.get(number));
    }

    /** The order that grants a benefit. */
    public PurchaseOrder order(Benefit benefit) {
        return known(orders.get(benefit.orderId()), "order", benefit.orderId());
    }

    /** Every order. */
    public Collection<PurchaseOrder> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    /** The benefits of that name at a location, whatever their order; the name is compared exactly. */
    public List<Benefit> benefits(Location location, String name) {
        return benefitIndex.named(location.id(), name).stream()
                .filter(benefit -> benefit.name().equals(name))
                .toList();
    }

    /** The benefits of about that name at a location: case, width and spaces make no difference. */
    public Collection<Benefit> benefitsLike(Location location, String name) {
        return benefitIndex.named(location.id(), name);
    }

    /** Every benefit at a location. */
    public Collection<Benefit> benefits(Location location) {
        return benefitIndex.at(location.id());
    }

    /** Every benefit that an order grants. */
    public Collection<Benefit> benefits(PurchaseOrder order) {
        return benefitIndex.ofOrder(order.id());
    }

    /** Every benefit of a category. */
    public Collection<Benefit> benefits(Category category) {
        return benefitIndex.of(category);
    }

    /** Every benefit. */
    public Collection<Benefit> benefits() {
        return Collections.unmodifiableCollection(benefits.values());
    }

    /** The key of a fingerprint, whichever benefit it belongs to. */
    public Optional<ProductKey> key(String fingerprint) {
        return Optional.ofNullable(keysByFingerprint.get(fingerprint));
    }

    /** The keys of a benefit. */
    public Collection<ProductKey> keys(Benefit benefit) {
        return Collections.unmodifiableCollection(
                keys.getOrDefault(benefit.id(), Map.of()).values());
    }

    /** The benefit of a surrogate key that stands in another entity of this book. */
    public Benefit benefit(long id) {
        return known(benefits.get(id), "benefit", id);
    }

    /** Whether a benefit of that surrogate key is there. */
    public boolean hasBenefit(long id) {
        return benefits.containsKey(id);
    }

    /** The seat of a subscription GUID, given in lower case. */
    public Optional<Seat> seat(String subscriptionGuid) {
        return Optional.ofNullable(seats.ofGuid(subscriptionGuid));
    }

    /** Every seat of a benefit, free ones too. */
    public List<Seat> seats(Benefit benefit) {
        return seats.of(benefit.id());
    }

    /** The seats of a benefit that nobody holds, those that were assigned the longest ago first. */
    public Collection<Seat> freeSeats(Benefit benefit) {
        return seats.free(benefit.id());
    }

    /** How many seats of a benefit are known, free ones too. */
    public int seatCount(Benefit benefit) {
        return seats.count(benefit.id());
    }

    /** The seats that name a user, of whatever benefit and state, in the order of their keys. */
    public Collection<Seat> seatsOf(User user) {
        return seats.heldBy(user.id());
    }

    /** How many seats of a benefit are held, pending ones too. */
    public int held(Benefit benefit) {
        return seats.held(benefit.id());
    }

    /** How many Visual Studio seats are held at locations of a country; of all locations when the country is null. */
    public int visualStudioHeld(@Nullable String country) {
        int held = 0;
        for (Map.Entry<Long, Integer> entry : visualStudioByLocation.entrySet()) {
            if (country == null || country.equals(location(entry.getKey()).country())) {
                held += entry.getValue();
            }
        }
        return held;
    }

    /** The marketing contact that a user is. */
    public Optional<MarketingContact> contact(User user) {
        return Optional.ofNullable(contacts.get(user.id()));
    }

    /** Every marketing contact. */
    public Collection<MarketingContact> contacts() {
        return Collections.unmodifiableCollection(contacts.values());
    }

    /** What has been asked of Microsoft about an order and its benefits. */
    public List<ServiceRequest> requests(PurchaseOrder order) {
        return requests.ofOrder(order.id());
    }

    /** Whether a request or a key activation names a user. */
    public boolean asksFor(User user) {
        return requests.names(user.id());
    }

    /** The activation that was recorded on that occasion. */
    public Optional<KeyActivation> activation(KeyActivation.Occasion occasion) {
        return requests.of(occasion);
    }

    private static <T> T known(@Nullable T entity, String kind, long id) {
        if (entity == null) {
            throw new IllegalStateException("the book has no " + kind + " " + id);
        }
        return entity;
    }

    private void countVisualStudio(Seat seat, int difference) {
        Benefit benefit = benefits.get(seat.benefitId());
        if (seat.isHeld() && benefit != null && benefit.category() == Category.VISUAL_STUDIO) {
            visualStudioByLocation.merge(benefit.locationId(), difference, OrgBook::sum);
        }
    }

    /** Seats that are held already count with their benefit, whatever it was before. */
    private void countVisualStudio(Benefit benefit, int sign) {
        int held = held(benefit);
        if (held > 0 && benefit.category() == Category.VISUAL_STUDIO) {
            visualStudioByLocation.merge(benefit.locationId(), sign * held, OrgBook::sum);
        }
    }

    /** The sum of two counts; nothing for none, so that a location that goes is not counted any more. */
    private static @Nullable Integer sum(Integer one, Integer other) {
        int sum = one + other;
        return sum == 0 ? null : sum;
    }

    private static <T extends Entity> void add(Map<Long, List<T>> lists, long owner, T entity) {
        replaceOrAdd(lists.computeIfAbsent(owner, key -> new ArrayList<>(2)), entity);
    }

    private static <T extends Entity> void replaceOrAdd(List<T> list, T entity) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).id() == entity.id()) {
                list.set(i, entity);
                return;
            }
        }
        list.add(entity);
    }

    private static <T extends Entity> void drop(Map<Long, List<T>> lists, long owner, T entity) {
        List<T> list = lists.get(owner);
        if (list != null) {
            list.removeIf(other -> other.id() == entity.id());
        }
    }

    /** Enters an entity into every index. */
    private final class Putting implements Entity.Cases<Boolean> {

        @Override
        public Boolean organisation(Organisation added) {
            organisation = added;
            return true;
        }

        @Override
        public Boolean location(Location location) {
            count(locations.put(location.id(), location));
            locationsByMpnId.put(location.mpnId(), location);
            return true;
        }

        @Override
        public Boolean user(User user) {
            count(users.put(user.id(), user));
            usersByEmail.put(user.email(), user);
            if (user.individualId() != null) {
                usersByIndividualId.put(user.individualId(), user);
            }
            return true;
        }

        @Override
        public Boolean membership(Membership membership) {
            add(memberships, membership.userId(), membership);
            weight++;
            return true;
        }

        @Override
        public Boolean roleGrant(RoleGrant grant) {
            if (roles.put(grant)) {
                weight++;
            }
            return true;
        }

        @Override
        public Boolean purchaseOrder(PurchaseOrder order) {
            count(orders.put(order.id(), order));
            ordersByNumber.put(order.number(), order);
            return true;
        }

        @Override
        public Boolean benefit(Benefit benefit) {
            Benefit before = benefits.put(benefit.id(), benefit);
            count(before);
            if (before != null) {
                countVisualStudio(before, -1);
                benefitIndex.remove(before);
            }
            countVisualStudio(benefit, 1);
            benefitIndex.put(benefit);
            return true;
        }

        @Override
        public Boolean productKey(ProductKey key) {
            count(keys.computeIfAbsent(key.benefitId(), benefit -> new LinkedHashMap<>(4))
                    .put(key.key().fingerprint(), key));
            keysByFingerprint.put(key.key().fingerprint(), key);
            return true;
        }

        @Override
        public Boolean seat(Seat seat) {
            seats.put(seat);
            countVisualStudio(seat, 1);
            weight++;
            return true;
        }

        @Override
        public Boolean marketingContact(MarketingContact contact) {
            count(contacts.put(contact.userId(), contact));
            return true;
        }

        @Override
        public Boolean serviceRequest(ServiceRequest request) {
            if (requests.put(request)) {
                weight++;
            }
            return true;
        }

        @Override
        public Boolean keyActivation(KeyActivation activation) {
            if (requests.put(activation)) {
                weight++;
            }
            return true;
        }

        private void count(@Nullable Entity replaced) {
            if (replaced == null) {
                weight++;
            }
        }
    }

    /** Takes an entity out of every index. */
    private final class Removing implements Entity.Cases<Boolean> {

        @Override
        public Boolean organisation(Organisation removed) {
            organisation = null;
            return true;
        }

        @Override
        public Boolean location(Location location) {
            locationsByMpnId.remove(location.mpnId());
            return removed(locations.remove(location.id()));
        }

        @Override
        public Boolean user(User user) {
            usersByEmail.remove(user.email());
            if (user.individualId() != null) {
                usersByIndividualId.remove(user.individualId());
            }
            return removed(users.remove(user.id()));
        }

        @Override
        public Boolean membership(Membership membership) {
            drop(memberships, membership.userId(), membership);
            return removed(membership);
        }

        @Override
        public Boolean roleGrant(RoleGrant grant) {
            return removed(roles.remove(grant) ? grant : null);
        }

        @Override
        public Boolean purchaseOrder(PurchaseOrder order) {
            ordersByNumber.remove(order.number());
            return removed(orders.remove(order.id()));
        }

        @Override
        public Boolean benefit(Benefit benefit) {
            benefitIndex.remove(benefit);
            countVisualStudio(benefit, -1);
            return removed(benefits.remove(benefit.id()));
        }

        @Override
        public Boolean productKey(ProductKey key) {
            keys.getOrDefault(key.benefitId(), Map.of()).remove(key.key().fingerprint());
            return removed(keysByFingerprint.remove(key.key().fingerprint()));
        }

        @Override
        public Boolean seat(Seat seat) {
            countVisualStudio(seat, -1);
            seats.remove(seat);
            return removed(seat);
        }

        @Override
        public Boolean marketingContact(MarketingContact contact) {
            return removed(contacts.remove(contact.userId()));
        }

        @Override
        public Boolean serviceRequest(ServiceRequest request) {
            return removed(requests.remove(request) ? request : null);
        }

        @Override
        public Boolean keyActivation(KeyActivation activation) {
            return removed(requests.remove(activation) ? activation : null);
        }

        private Boolean removed(@Nullable Entity entity) {
            if (entity != null) {
                weight--;
            }
            return entity != null;
        }
    }

    /** Takes an entity that changes out of the indexes by names, which may be others afterwards. */
    private final class Unnaming implements Entity.Cases<Boolean> {

        @Override
        public Boolean organisation(Organisation changed) {
            return true;
        }

        @Override
        public Boolean location(Location location) {
            return locationsByMpnId.remove(location.mpnId()) != null;
        }

        @Override
        public Boolean user(User user) {
            if (user.individualId() != null) {
                usersByIndividualId.remove(user.individualId());
            }
            return usersByEmail.remove(user.email()) != null;
        }

        @Override
        public Boolean membership(Membership membership) {
            return counted();
        }

        @Override
        public Boolean roleGrant(RoleGrant grant) {
            return true;
        }

        @Override
        public Boolean purchaseOrder(PurchaseOrder order) {
            return ordersByNumber.remove(order.number()) != null;
        }

        @Override
        public Boolean benefit(Benefit benefit) {
            return true;
        }

        @Override
        public Boolean productKey(ProductKey key) {
            return true;
        }

        @Override
        public Boolean seat(Seat seat) {
            countVisualStudio(seat, -1);
            return counted();
        }

        @Override
        public Boolean marketingContact(MarketingContact contact) {
            return true;
        }

        @Override
        public Boolean serviceRequest(ServiceRequest request) {
            return true;
        }

        @Override
        public Boolean keyActivation(KeyActivation activation) {
            return true;
        }

        /** Putting it again counts it again. */
        private Boolean counted() {
            weight--;
            return true;
        }
    }

    /** Finds the entity of the same key. What owns an entity never changes, so it is looked for with its owner. */
    private final class Standing implements Entity.Cases<Optional<? extends Entity>> {

        @Override
        public Optional<? extends Entity> organisation(Organisation other) {
            return Optional.ofNullable(organisation).filter(known -> known.id() == other.id());
        }

        @Override
        public Optional<? extends Entity> location(Location other) {
            return Optional.ofNullable(locations.get(other.id()));
        }

        @Override
        public Optional<? extends Entity> user(User other) {
            return Optional.ofNullable(users.get(other.id()));
        }

        @Override
        public Optional<? extends Entity> membership(Membership other) {
            return same(memberships.getOrDefault(other.userId(), List.of()), other);
        }

        @Override
        public Optional<? extends Entity> roleGrant(RoleGrant other) {
            return same(roles.of(other.userId()), other);
        }

        @Override
        public Optional<? extends Entity> purchaseOrder(PurchaseOrder other) {
            return Optional.ofNullable(orders.get(other.id()));
        }

        @Override
        public Optional<? extends Entity> benefit(Benefit other) {
            return Optional.ofNullable(benefits.get(other.id()));
        }

        @Override
        public Optional<? extends Entity> productKey(ProductKey other) {
            return key(other.key().fingerprint()).filter(known -> known.id() == other.id());
        }

        @Override
        public Optional<? extends Entity> seat(Seat other) {
            return Optional.ofNullable(seats.of(other.benefitId(), other.id()));
        }

        @Override
        public Optional<? extends Entity> marketingContact(MarketingContact other) {
            return Optional.ofNullable(contacts.get(other.userId())).filter(known -> known.id() == other.id());
        }

        @Override
        public Optional<? extends Entity> serviceRequest(ServiceRequest other) {
            return same(requests.ofOrder(other.orderId()), other);
        }

        @Override
        public Optional<? extends Entity> keyActivation(KeyActivation other) {
            return Optional.ofNullable(requests.activation(other.id()));
        }

        private static Optional<? extends Entity> same(List<? extends Entity> some, Entity other) {
            return some.stream().filter(known -> known.id() == other.id()).findFirst();
        }
    }
}
