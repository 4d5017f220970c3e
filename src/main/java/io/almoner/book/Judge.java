package io.almoner.book;

import java.util.List;
import java.util.Optional;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * Decides what a command does to a book. Pure: the same book, command and facts give the same decision; nothing is
 * changed but the identifiers that new entities take.
 */
public final class Judge {

    private final Setting setting;
    private final Identifiers identifiers;

    /**
     * @param setting under what is judged
     * @param identifiers the keys of new entities
     */
    public Judge(Setting setting, Identifiers identifiers) {
        this.setting = setting;
        this.identifiers = identifiers;
    }

    /** MIG-001 when the organisation is still managed in PMC; then nothing else about its rows is judged. */
    public Optional<Finding> gate(OrgBook book, Move move) {
        if (setting.purpose() == Setting.Purpose.WISH) {
            boolean moved =
                    book.organisation().map(known -> known.state().isMoved()).orElse(false);
            return moved ? Optional.empty() : Optional.of(Finding.of(Rule.MIG_001, null, null, book.code()));
        }
        boolean movedBefore =
                book.organisation().map(known -> known.state().isInvited()).orElse(false);
        boolean invited = move.invitation() != null && move.invitation().isInvited();
        return movedBefore || invited
                ? Optional.empty()
                : Optional.of(Finding.of(Rule.MIG_001, null, null, book.code()));
    }

    /** What the command does to the book, or why it is refused; reports every problem of the first layer that has one. */
    public Decision decide(OrgBook book, Command command, Facts facts) {
        Case current = new Case(book, facts, setting, identifiers);
        return command.match(new Recording(current));
    }

    /** MIG-002 when the acting user may not move the organisation. */
    static List<Finding> moverRight(Case current) {
        OrgBook book = current.book();
        String mover = current.setting().actingUser();
        boolean allowed = current.facts().move().mover() == Move.MoverRight.ALLOWED
                || book.user(mover).map(user -> mayMove(book, user)).orElse(false);
        return allowed ? List.of() : List.of(Finding.of(Rule.MIG_002, null, null, mover, book.code()));
    }

    private static boolean mayMove(OrgBook book, User user) {
        return book.memberships(user).stream()
                        .anyMatch(membership -> membership.adminRight() == AdminRight.GLOBAL
                                || membership.contactRole() == ContactRole.PRIMARY_PROGRAM_CONTACT)
                || book.grants(user).stream()
                        .anyMatch(grant -> grant.scope() == null
                                && (grant.role() == Role.GLOBAL_ADMIN || grant.role() == Role.MPN_PARTNER_ADMIN));
    }
}
