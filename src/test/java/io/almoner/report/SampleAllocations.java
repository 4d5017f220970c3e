package io.almoner.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.almoner.book.Unit;

/** Made-up allocations of any size; the same size gives the same rows. */
final class SampleAllocations {

    static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Instant NOW = Instant.parse("2020-03-22T02:00:00Z");
    private static final int SEATS = 25;

    private static final List<String> PEOPLE =
            List.of("Anna Berg", "王小明", "José Ñíguez", "山田 太郎", "Zoë O’Brien", "髙橋（東京）・ー", "Łukasz Żak");
    private static final List<String> PRODUCTS = List.of(
            "Visual Studio Enterprise subscription",
            "Visual Studio Professional subscription",
            "Office 365 E3",
            "Windows 10 Enterprise");
    private static final List<String> CATEGORIES = List.of("VISUAL_STUDIO", "VISUAL_STUDIO", "CLOUD", "SOFTWARE");

    private SampleAllocations() {}

    /** So many people's seats in so many organisations, which also hold benefits that are not counted in seats. */
    static AllocationsReport of(int organisations, int seats) {
        List<BenefitLine> benefits = IntStream.range(0, organisations)
                .boxed()
                .flatMap(o -> benefits(o, organisations, seats))
                .toList();
        List<BenefitLine> withSeats = benefits.stream()
                .filter(b -> b.quantity().unit() == Unit.SEAT && b.quantity().assigned() > 0)
                .toList();
        return report(
                organisations, () -> benefits.stream(), () -> withSeats.stream().flatMap(SampleAllocations::holders));
    }

    static AllocationsReport nothing() {
        return report(0, Stream::empty, Stream::empty);
    }

    static AllocationsReport report(int organisations, Rows<BenefitLine> benefits, Rows<AssignmentLine> assignments) {
        List<String> names = IntStream.range(0, Math.min(3, organisations))
                .mapToObj(SampleAllocations::organisation)
                .toList();
        ReportHeader header = new ReportHeader(names, organisations, DAY, NOW, "2020-03", List.of());
        return new AllocationsReport(
                header,
                KeyFigureCount.of(benefits, DAY, Comparator.naturalOrder()),
                benefits,
                assignments,
                new SeatTrend(List.of()));
    }

    /** The report as it is written in that look. */
    static Report written(AllocationsReport report, Look look) {
        return new Allocations(report, new Texts(look.locale())).report();
    }

    static BenefitLine benefit(String name, Quantity quantity, LocalDate usableUntil) {
        OrderLine order = new OrderLine("Contoso Ltd", "10023", "1234567", "GOLD", "Application Development");
        return new BenefitLine(order, "VISUAL_STUDIO", name, quantity, "ACTIVE", usableUntil);
    }

    static AssignmentLine seat(BenefitLine benefit, String person, String email) {
        return new AssignmentLine(benefit, person, email, "Enterprise", LocalDate.of(2019, 11, 4), null, "ACTIVE");
    }

    private static Stream<BenefitLine> benefits(int organisation, int organisations, int seats) {
        int here = seats / organisations + (organisation < seats % organisations ? 1 : 0);
        int lines = Math.max(1, (here + SEATS - 1) / SEATS);
        Stream<BenefitLine> held = IntStream.range(0, lines)
                .mapToObj(line -> held(organisation, line, Math.min(SEATS, here - line * SEATS)));
        return Stream.concat(held, others(order(organisation, lines)));
    }

    private static BenefitLine held(int organisation, int line, int assigned) {
        int product = line % PRODUCTS.size();
        long granted = line % 5 == 4 ? SEATS - 3 : SEATS + line % 3;
        return new BenefitLine(
                order(organisation, line / PRODUCTS.size()),
                CATEGORIES.get(product),
                PRODUCTS.get(product),
                new Quantity(Unit.SEAT, granted, assigned),
                "ACTIVE",
                DAY.plusDays(30L + line * 17L));
    }

    private static Stream<BenefitLine> others(OrderLine order) {
        LocalDate end = LocalDate.of(2020, 10, 15);
        return Stream.of(
                new BenefitLine(order, "CLOUD", "Azure", new Quantity(Unit.USD_MONTH, 100L, 37), "ACTIVE", end),
                new BenefitLine(
                        order, "SOFTWARE", "Windows Server", new Quantity(Unit.LICENCE, 1200L, 118), "ACTIVE", end),
                new BenefitLine(
                        order,
                        "SOFTWARE",
                        "SQL Server (CAL)",
                        new Quantity(Unit.LICENCE, 10L, 2),
                        "EXPIRED",
                        DAY.minusDays(4)),
                new BenefitLine(
                        order, "TECHNICAL", "Partner advisory hours", new Quantity(Unit.HOUR, 50L, 12), "ACTIVE", end),
                new BenefitLine(
                        order, "TECHNICAL", "Community support", new Quantity(Unit.UNLIMITED, null, 3), "ACTIVE", null),
                new BenefitLine(
                        order,
                        "GO_TO_MARKET",
                        "Co-branded one-pager",
                        new Quantity(Unit.OFFER, 1L, 0),
                        "AVAILABLE",
                        end));
    }

    private static OrderLine order(int organisation, int number) {
        String competency = number % 3 == 0 ? "Application Development" : "Cloud Platform";
        return new OrderLine(
                organisation(organisation),
                String.valueOf(10_000 + organisation * 100 + number),
                String.valueOf(4_000_000 + organisation),
                number % 2 == 0 ? "GOLD" : "SILVER",
                competency);
    }

    private static String organisation(int number) {
        return switch (number % 3) {
            case 0 -> "Contoso Ltd " + (number + 1);
            case 1 -> "北京示例科技有限公司 " + (number + 1);
            default -> "Fabrikam GmbH & Co. KG " + (number + 1);
        };
    }

    private static Stream<AssignmentLine> holders(BenefitLine benefit) {
        return IntStream.range(0, (int) benefit.quantity().assigned()).mapToObj(seat -> holder(benefit, seat));
    }

    private static AssignmentLine holder(BenefitLine benefit, int seat) {
        String level = benefit.category().equals("VISUAL_STUDIO") ? "Enterprise" : null;
        return new AssignmentLine(
                benefit,
                PEOPLE.get(seat % PEOPLE.size()),
                "user" + seat + "@contoso.example",
                level,
                DAY.minusDays(seat * 11L),
                benefit.usableUntil(),
                seat % 9 == 8 ? "PENDING" : "ACTIVE");
    }
}
