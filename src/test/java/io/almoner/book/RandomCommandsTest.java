package io.almoner.book;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Command.BenefitReference;
import io.almoner.book.Command.OrderTerms;
import io.almoner.book.Command.RecordBenefit;
import io.almoner.book.Command.RecordIndividual;
import io.almoner.book.Command.RecordKey;
import io.almoner.book.Command.RecordLocation;
import io.almoner.book.Command.RecordSeat;
import io.almoner.book.Move.MoverRight;
import io.almoner.jobs.Policies;
import io.almoner.rules.Policy;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of a book and its decisions, whatever is asked of it and however often. */
class RandomCommandsTest {

    private static final Policy POLICY = new Policies().named(Policies.DEFAULT).orElseThrow();

    private final Judge judge = new Judge(
            new Setting(Setting.Purpose.HISTORY, POLICY, LocalDate.of(2020, 3, 22), "p0@c.example"),
            new AtomicLong()::incrementAndGet);
    private final Facts facts = new Facts(
            Map.of(), Map.of(), Map.of(), new Move("C1", MigrationState.INVITED, MoverRight.ALLOWED, new HashMap<>()));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_book_is_the_sum_of_its_changes(long seed) {
        OrgBook book = new OrgBook("C1");
        OrgBook follower = new OrgBook("C1");
        for (Command command : commands(new Random(seed))) {
            Decision decision = judge.decide(book, command, facts);
            assertThat(decision.refused() && !decision.changes().isEmpty()).isFalse();
            decision.changes().forEach(book::apply);
            decision.changes().forEach(follower::apply);
        }
        OrgBook loaded = new OrgBook("C1");
        entities(book).forEach(loaded::put);

        assertThat(entities(follower)).isEqualTo(entities(book));
        assertThat(entities(loaded)).containsExactlyInAnyOrderElementsOf(entities(book));
        assertThat(counts(follower)).isEqualTo(counts(book));
        assertThat(counts(loaded)).isEqualTo(counts(book));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_accepted_changes_nothing_when_it_is_asked_at_once_again(long seed) {
        OrgBook book = new OrgBook("C1");
        for (Command command : commands(new Random(seed))) {
            Decision decision = judge.decide(book, command, facts);
            decision.changes().forEach(book::apply);
            if (!decision.refused()) {
                Decision again = judge.decide(book, command, facts);
                assertThat(again.refused())
                        .as("%s: %s", command, again.findings())
                        .isFalse();
                assertThat(again.changes()).as("%s", command).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_came_last_can_always_be_taken_back(long seed) {
        OrgBook book = new OrgBook("C1");
        List<Command> commands = commands(new Random(seed));
        int kept = new Random(seed).nextInt(commands.size());
        commands.subList(0, kept).forEach(command -> changes(book, command));
        List<Entity> before = entities(book);
        Map<String, Integer> counted = counts(book);

        Deque<List<Change>> rows = new ArrayDeque<>();
        commands.subList(kept, commands.size()).forEach(command -> rows.push(changes(book, command)));
        for (List<Change> row : rows) {
            assertThat(Reversal.takeBack(book, row).obstacle()).as("%s", row).isNull();
        }

        assertThat(entities(book)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(counts(book)).isEqualTo(counted);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void taking_some_back_leaves_nothing_without_what_it_belongs_to(long seed) {
        Random random = new Random(seed);
        OrgBook book = new OrgBook("C1");
        List<List<Change>> rows = new ArrayList<>();
        commands(random).forEach(command -> rows.add(changes(book, command)));
        for (int i = 0; i < rows.size(); i++) {
            List<Change> row = rows.get(random.nextInt(rows.size()));
            List<Entity> before = entities(book);
            Reversal.Result result = Reversal.takeBack(book, row);
            if (result.obstacle() != null) {
                assertThat(entities(book)).containsExactlyInAnyOrderElementsOf(before);
            }
        }

        for (Benefit benefit : book.benefits()) {
            assertThat(book.locations()).contains(book.location(benefit.locationId()));
            assertThat(book.orders()).contains(book.order(benefit));
            book.seats(benefit).stream()
                    .filter(seat -> seat.userId() != null)
                    .forEach(seat -> assertThat(book.hasUser(seat.userId())).isTrue());
        }
        OrgBook loaded = new OrgBook("C1");
        entities(book).forEach(loaded::put);
        assertThat(counts(book)).isEqualTo(counts(loaded));
    }

    /** What a command changes, the youngest change first. */
    private List<Change> changes(OrgBook book, Command command) {
        List<Change> changes =
                new ArrayList<>(judge.decide(book, command, facts).changes());
        changes.forEach(book::apply);
        Collections.reverse(changes);
        return changes;
    }

    private static List<Command> commands(Random random) {
        List<Command> commands = new ArrayList<>();
        commands.add(location("1000", LocationKind.HEADQUARTERS, null, random));
        commands.add(location("1001", LocationKind.LOCATION, "1000", random));
        for (int i = 0; i < 120; i++) {
            commands.add(
                    switch (random.nextInt(6)) {
                        case 0 -> location("1001", LocationKind.LOCATION, "1000", random);
                        case 1, 2 -> individual(random);
                        case 3 -> benefit(random);
                        case 4 -> key(random);
                        default -> seat(random);
                    });
        }
        return commands;
    }

    private static String mpnId(Random random) {
        return random.nextBoolean() ? "1000" : "1001";
    }

    private static LocalDate date(Random random) {
        return random.nextInt(3) == 0 ? null : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(200));
    }

    private static Command location(String mpnId, LocationKind kind, String parent, Random random) {
        String country = List.of("DE", "FR").get(random.nextInt(2));
        return new RecordLocation(
                "C1", "Contoso", mpnId, parent, kind, null, country, null, MigrationState.INVITED, date(random));
    }

    private static Command individual(Random random) {
        int person = random.nextInt(4);
        return new RecordIndividual(
                mpnId(random),
                "P" + (person + random.nextInt(8) / 7),
                "Ann",
                null,
                "p" + person + "@c.example",
                random.nextInt(4) == 0 ? Identity.MSA : Identity.WORK,
                AdminRight.values()[random.nextInt(3)],
                random.nextBoolean() ? null : ContactRole.EXECUTIVE,
                null,
                date(random),
                random.nextInt(4) > 0);
    }

    private static Command benefit(Random random) {
        int order = random.nextInt(2);
        return new RecordBenefit(
                mpnId(random),
                new OrderTerms(
                        "O-" + order,
                        order == 0 ? OfferType.GOLD : OfferType.ACTION_PACK,
                        null,
                        null,
                        date(random),
                        null),
                "B" + random.nextInt(3),
                Category.values()[random.nextInt(5)],
                BenefitType.CORE,
                random.nextInt(4),
                Unit.values()[random.nextInt(Unit.values().length)],
                random.nextInt(30),
                BenefitStatus.values()[random.nextInt(4)],
                date(random),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static BenefitReference reference(Random random) {
        return new BenefitReference(
                mpnId(random), random.nextBoolean() ? null : "O-" + random.nextInt(2), "B" + random.nextInt(3));
    }

    private static Command key(Random random) {
        String key = "key" + random.nextInt(5);
        return new RecordKey(
                reference(random),
                new SealedKey(key, key, ""),
                "MAK",
                null,
                null,
                null,
                date(random),
                5L,
                random.nextInt(7),
                null,
                null);
    }

    private static Command seat(Random random) {
        String guid = random.nextBoolean() ? null : "g-" + random.nextInt(4);
        boolean free = guid != null && random.nextInt(3) == 0;
        return new RecordSeat(
                reference(random),
                "Enterprise",
                guid,
                null,
                free ? null : "p" + random.nextInt(4) + "@c.example",
                null,
                random.nextBoolean() ? null : "z@home.example",
                date(random),
                null,
                null,
                random.nextBoolean());
    }

    private static List<Entity> entities(OrgBook book) {
        List<Entity> entities = new ArrayList<>();
        book.organisation().ifPresent(entities::add);
        entities.addAll(book.locations());
        entities.addAll(book.users());
        entities.addAll(book.orders());
        entities.addAll(book.benefits());
        for (User user : book.users()) {
            entities.addAll(book.memberships(user));
            entities.addAll(book.grants(user));
        }
        for (Benefit benefit : book.benefits()) {
            entities.addAll(book.keys(benefit));
            entities.addAll(book.seats(benefit));
        }
        return entities;
    }

    private static Map<String, Integer> counts(OrgBook book) {
        Map<String, Integer> counts = new HashMap<>();
        counts.put("DE", book.visualStudioHeld("DE"));
        counts.put("FR", book.visualStudioHeld("FR"));
        counts.put("weight", book.weight());
        book.benefits().forEach(benefit -> counts.put("benefit " + benefit.id(), book.held(benefit)));
        book.users()
                .forEach(user ->
                        counts.put("user " + user.id(), book.seatsOf(user).size()));
        return counts;
    }
}
