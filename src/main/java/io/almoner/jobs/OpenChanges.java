package io.almoner.jobs;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.book.Entity;
import io.almoner.book.OrgBook;
import io.almoner.book.User;
import io.almoner.ledger.AuditEntry;
import io.almoner.ledger.BooksInOrder;
import io.almoner.ledger.Confirmed;
import io.almoner.ledger.HandOver;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.Run;
import io.almoner.ledger.SourceKey;
import io.almoner.portal.ChangedBook;
import io.almoner.portal.NetChange;
import io.almoner.portal.NetChanges;

/**
 * What assignments changed, and undoing them, since the last hand-over of a kind that somebody has confirmed. A migration
 * finds what the portals have already, so neither it nor undoing it leaves anything to do.
 */
final class OpenChanges {

    private static final String ASSIGN = "assign";
    private static final String UNDO = Undoing.JOB;

    /** The list of users that was downloaded from the directory: whoever stands in it is there. */
    private static final String DIRECTORY = "entra_users";

    private final LedgerAccess access;
    private final String kind;
    private final Predicate<Entity> concerned;
    private final @Nullable String organisation;
    private final long revision;
    private final Map<Long, Run> runs = new HashMap<>();
    private final Map<Long, Optional<SourceKey>> sources = new HashMap<>();

    /** Takes the changes of one organisation. */
    @FunctionalInterface
    interface Reader {

        /** Reads them; the suffix tells this organisation's files from those of others, and is empty in a ledger of one. */
        void read(ChangedBook changed, String suffix) throws IOException;
    }

    /**
     * Those of a kind of file.
     *
     * @param concerned entities whose changes matter to it: no others are kept in memory
     * @param organisation the only one (OrgId); null for all
     */
    OpenChanges(LedgerAccess access, String kind, Predicate<Entity> concerned, @Nullable String organisation) {
        this.access = access;
        this.kind = kind;
        this.concerned = concerned;
        this.organisation = organisation;
        this.revision = access.ledger().revision();
    }

    /** What is to be remembered of a run that wrote them. */
    HandOver handOver(long runId) {
        return new HandOver(runId, kind, organisation == null ? null : key(organisation), revision, null);
    }

    private long key(String code) {
        return access.ledger().organisationsOfCodes(List.of(code)).getOrDefault(code, 0L);
    }

    /** Tells them organisation by organisation, in the order of their codes, one book in memory after the other. */
    void forEach(Reader reader) throws IOException {
        Map<Long, List<NetChange>> changes = gathered();
        List<String> all = access.ledger().organisationCodes();
        List<String> codes = organisation == null ? changed(all, changes) : List.of(organisation);
        BooksInOrder books = new BooksInOrder(access.ledger(), codes);
        while (books.hasNext()) {
            OrgBook book = books.next();
            long id = book.organisation().orElseThrow().id();
            ChangedBook changed = new ChangedBook(book, changes.getOrDefault(id, List.of()));
            reader.read(changed, all.size() == 1 ? "" : "-" + fileName(book.code(), id));
        }
    }

    private List<String> changed(List<String> codes, Map<Long, List<NetChange>> changes) {
        Map<String, Long> keys = access.ledger().organisationsOfCodes(codes);
        return codes.stream()
                .filter(code -> changes.containsKey(keys.get(code)))
                .toList();
    }

    /** A code as part of a file's name; one that cannot be is told from others by its key. */
    private static String fileName(String code, long id) {
        String plain = code.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return plain.equals(code) && code.length() <= 60
                ? code
                : plain.substring(0, Math.min(60, plain.length())) + "-" + id;
    }

    private Map<Long, List<NetChange>> gathered() {
        Confirmed confirmed = access.handOvers().confirmed(kind);
        NetChanges changes = new NetChanges();
        for (Run run : access.runs().changing(List.of(ASSIGN, UNDO), confirmed.everywhere())) {
            if (isToBeMade(run)) {
                runs.put(run.id(), run);
                access.auditTrail().replay(run, confirmed.everywhere(), entry -> {
                    if (concerned.test(entry.change().entity())
                            && !confirmed.includes(entry)
                            && !isFromDirectory(entry)) {
                        changes.accept(entry);
                    }
                });
            }
        }
        return changes.byOrganisation();
    }

    /** Whether a run assigned, or undid a run that did, or one that undid such a run, and so on. */
    private boolean isToBeMade(Run run) {
        if (run.begun().job().equals(ASSIGN)) {
            return true;
        }
        String undone = JsonMapper.shared()
                .readTree(run.begun().options())
                .path(Undoing.UNDONE)
                .asString("");
        return run.begun().job().equals(UNDO)
                && access.runs()
                        .find(undone)
                        .filter(earlier -> earlier.id() < run.id())
                        .filter(this::isToBeMade)
                        .isPresent();
    }

    private boolean isFromDirectory(AuditEntry entry) {
        return entry.change().entity() instanceof User
                && source(entry)
                        .filter(source -> source.layout().equals(DIRECTORY))
                        .isPresent();
    }

    /** The run that made a change. */
    Run run(AuditEntry entry) {
        return runs.computeIfAbsent(entry.runId(), id -> {
            throw new IllegalStateException("no run " + id);
        });
    }

    /** The source that a change comes from. */
    Optional<SourceKey> source(AuditEntry entry) {
        return entry.sourceId() == 0
                ? Optional.empty()
                : sources.computeIfAbsent(
                        entry.sourceId(), id -> access.sources().find(id));
    }
}
