package io.almoner.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.drift.Plant.Form;

import static io.almoner.drift.Partner.POWER_BI;
import static io.almoner.drift.Partner.VISUAL_STUDIO;

/** Drift of seats. */
final class SeatPlants {

    private static final int UNKNOWN_GUIDS = 1_000;

    private final Ground ground;
    private final Partner partner;

    SeatPlants(Ground ground) {
        this.ground = ground;
        this.partner = ground.partner();
    }

    List<Plant> all() {
        return List.of(
                new Plant(Form.BOTH, this::gone),
                new Plant(Form.BOTH, this::handedOver),
                new Plant(Form.BOTH, this::later),
                new Plant(Form.BOTH, this::pending),
                new Plant(Form.BOTH, this::freed),
                new Plant(Form.BOTH, this::assigned),
                new Plant(Form.BOTH, this::added),
                new Plant(Form.BOTH, this::ofStranger),
                new Plant(Form.BOTH, this::twice),
                new Plant(Form.PMC, this::goneFromBlock),
                new Plant(Form.PMC, this::twiceInBlock),
                new Plant(Form.PMC, this::strangerInBlock),
                new Plant(Form.PMC, this::ofUnknownBenefit),
                new Plant(Form.PMC, this::ambiguous));
    }

    private Optional<Line> subscription() {
        return ground.any(
                Sheet.SEATS,
                line -> line.get("BenefitName").equals(VISUAL_STUDIO)
                        && !line.get("SignInEmail").isEmpty()
                        && !ground.isTouched(line.get("SignInEmail")),
                "SubscriptionGuid");
    }

    private Optional<Line> ofBlock() {
        return ground.any(
                Sheet.SEATS,
                line -> line.get("BenefitName").startsWith("Office 365") && !ground.isTouched(line.get("SignInEmail")),
                "BenefitName",
                "SignInEmail");
    }

    /** Users who hold no subscription. */
    private Optional<Line> newcomer() {
        return ground.any(
                Sheet.INDIVIDUALS,
                line -> {
                    String id = line.get("IndividualId");
                    return line.get("MicrosoftAccount").equals("No")
                            && !id.equals("IND-MOVER")
                            && Integer.parseInt(id.substring(id.length() - 3)) >= Partner.SUBSCRIBERS
                            && !ground.isTouched(line.get("Email"));
                },
                "Email");
    }

    private Planted of(String code, Line seat) {
        return ground.planted(
                code,
                "SEAT",
                seat.get("BenefitName"),
                seat.get("OrderNumber"),
                orNull(seat.get("SignInEmail")),
                orNull(seat.get("SubscriptionGuid")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Optional<List<Planted>> gone() {
        return subscription().map(seat -> missing(touchingHolder(seat)));
    }

    private Optional<List<Planted>> goneFromBlock() {
        return ofBlock().map(seat -> missing(touchingHolder(seat)));
    }

    private List<Planted> missing(Line seat) {
        ground.remove(Sheet.SEATS, seat);
        return List.of(of("REC-002", seat));
    }

    private Line touchingHolder(Line seat) {
        ground.touchPerson(seat.get("SignInEmail"));
        return seat;
    }

    /** The GUID tells the seat, so it is another holder's and not two differences. */
    private Optional<List<Planted>> handedOver() {
        return newcomer()
                .flatMap(newcomer -> subscription().map(seat -> {
                    Planted planted = of("REC-003", touchingHolder(seat));
                    ground.touchPerson(newcomer.get("Email"));
                    seat.set("SignInEmail", newcomer.get("Email")).set("Name", nameOf(newcomer));
                    return List.of(planted);
                }));
    }

    private static String nameOf(Line individual) {
        return individual.get("FirstName") + " " + individual.get("LastName");
    }

    private Optional<List<Planted>> later() {
        return subscription().map(touched -> {
            Line seat = touchingHolder(touched);
            seat.set(
                    "AssignedDate",
                    LocalDate.parse(seat.get("AssignedDate")).plusDays(2).toString());
            return List.of(of("REC-003", seat));
        });
    }

    private Optional<List<Planted>> pending() {
        return subscription().map(touched -> {
            Line seat = touchingHolder(touched).set("Status", "Pending");
            return List.of(of("REC-003", seat));
        });
    }

    private Optional<List<Planted>> freed() {
        return subscription().map(seat -> {
            Planted planted = of("REC-009", touchingHolder(seat));
            seat.set("SignInEmail", "").set("Name", "").set("AssignedDate", "").set("Status", "");
            return List.of(planted);
        });
    }

    private Optional<List<Planted>> assigned() {
        return newcomer()
                .flatMap(newcomer -> ground.any(
                                Sheet.SEATS,
                                line -> line.get("BenefitName").equals(VISUAL_STUDIO)
                                        && line.get("SignInEmail").isEmpty(),
                                "SubscriptionGuid")
                        .map(seat -> {
                            ground.touchPerson(newcomer.get("Email"));
                            seat.set("SignInEmail", newcomer.get("Email"))
                                    .set("Name", nameOf(newcomer))
                                    .set("AssignedDate", "2020-02-02")
                                    .set("Status", "Active");
                            return List.of(of("REC-001.assignment", seat));
                        }));
    }

    private Optional<List<Planted>> added() {
        return newcomer().map(newcomer -> {
            ground.touchPerson(newcomer.get("Email"));
            return added("REC-001", newcomer.get("Email"), nameOf(newcomer));
        });
    }

    private Optional<List<Planted>> ofStranger() {
        int number = ground.next();
        return Optional.of(added("REC-001.user", "stranger%d@elsewhere.example".formatted(number), "S. " + number));
    }

    private List<Planted> added(String code, String email, String name) {
        Line seat = new Line(Sheet.SEATS, partner.seat(partner.order(), VISUAL_STUDIO, 0))
                .set("Level", "Enterprise")
                .set("SubscriptionGuid", partner.guid(UNKNOWN_GUIDS + ground.next()))
                .set("SignInEmail", email)
                .set("Name", name);
        ground.insert(Sheet.SEATS, seat);
        return List.of(of(code, seat));
    }

    private Optional<List<Planted>> twice() {
        return subscription().map(this::again);
    }

    private Optional<List<Planted>> twiceInBlock() {
        return ofBlock().map(this::again);
    }

    private List<Planted> again(Line seat) {
        ground.insert(Sheet.SEATS, touchingHolder(seat).copy());
        return List.of(of("REC-010", seat));
    }

    private Optional<List<Planted>> strangerInBlock() {
        Line seat = new Line(Sheet.SEATS, partner.seat(partner.order(), Partner.block(0), 0))
                .set("SignInEmail", "stranger%d@elsewhere.example".formatted(ground.next()));
        ground.insert(Sheet.SEATS, seat);
        return Optional.of(List.of(of("REC-001.user", seat)));
    }

    private Optional<List<Planted>> ofUnknownBenefit() {
        Line seat = new Line(Sheet.SEATS, partner.seat(partner.order(), "Benefit of nobody " + ground.next(), 6));
        ground.insert(Sheet.SEATS, seat);
        return Optional.of(List.of(of("REC-001.benefit", seat)));
    }

    /** Both of the orders could be meant; a row that names its order would have told. */
    private Optional<List<Planted>> ambiguous() {
        return ground.any(
                        Sheet.SEATS,
                        line -> line.get("BenefitName").equals(POWER_BI) && !ground.isTouched(line.get("SignInEmail")),
                        "SignInEmail")
                .map(seat -> {
                    ground.touchPerson(seat.get("SignInEmail"));
                    List<Line> both = new ArrayList<>(partner.lines(Sheet.SEATS));
                    both.removeIf(line -> !line.get("BenefitName").equals(POWER_BI)
                            || !line.get("SignInEmail").equals(seat.get("SignInEmail")));
                    both.forEach(line -> ground.remove(Sheet.SEATS, line));
                    ground.insert(Sheet.SEATS, seat.copy().set("OrderNumber", ""));
                    return List.of(of("REC-011", seat.copy().set("OrderNumber", partner.order())));
                });
    }
}
