package io.almoner.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.almoner.drift.Plant.Form;

/** Drift of users, of what they may do, and of marketing contacts. */
final class PeoplePlants {

    /** The first few users have roles, contacts and seats in which they are told by other things. */
    private static final int ORDINARY = 10;

    private final Ground ground;
    private final Partner partner;

    PeoplePlants(Ground ground) {
        this.ground = ground;
        this.partner = ground.partner();
    }

    List<Plant> all() {
        return List.of(
                new Plant(Form.BOTH, this::renamed),
                new Plant(Form.BOTH, this::disabled),
                new Plant(Form.BOTH, this::gone),
                new Plant(Form.BOTH, this::added),
                new Plant(Form.PORTALS, this::twice),
                new Plant(Form.PMC, this::twiceAtTheSameLocation),
                new Plant(Form.PMC, this::promoted),
                new Plant(Form.PMC, this::elsewhere),
                new Plant(Form.PMC, this::roleGone),
                new Plant(Form.PMC, this::roleAdded),
                new Plant(Form.PMC, this::roleTwice),
                new Plant(Form.PMC, this::contactChanged),
                new Plant(Form.PMC, this::contactGone),
                new Plant(Form.PMC, this::contactAdded),
                new Plant(Form.PMC, this::contactTwice));
    }

    private Optional<Line> ordinary() {
        Optional<Line> person = ground.any(
                Sheet.INDIVIDUALS, line -> isOrdinary(line) && !ground.isTouched(line.get("Email")), "Email");
        person.ifPresent(line -> ground.touchPerson(line.get("Email")));
        return person;
    }

    private boolean isOrdinary(Line line) {
        String id = line.get("IndividualId");
        return line.get("MicrosoftAccount").equals("No")
                && !id.equals("IND-MOVER")
                && Integer.parseInt(id.substring(id.length() - 3)) >= ORDINARY;
    }

    private static String name(Line line) {
        return line.get("FirstName") + " " + line.get("LastName");
    }

    private Planted of(String code, Line line) {
        return ground.planted(code, "USER", name(line), null, line.get("Email"), null);
    }

    private Optional<List<Planted>> renamed() {
        return ordinary().map(line -> {
            Planted planted = of("REC-003", line);
            line.set("LastName", "Newname " + ground.next());
            return List.of(planted);
        });
    }

    private Optional<List<Planted>> disabled() {
        return ordinary().map(line -> {
            line.set("Status", "Disabled");
            List<Planted> all = new ArrayList<>(List.of(of("REC-003", line)));
            all.addAll(seatsOf(line, "REC-006.disabled"));
            return all;
        });
    }

    private Optional<List<Planted>> gone() {
        return ordinary().map(line -> {
            ground.remove(Sheet.INDIVIDUALS, line);
            List<Planted> all = new ArrayList<>(List.of(of("REC-002", line)));
            all.addAll(seatsOf(line, "REC-006.departed"));
            return all;
        });
    }

    private List<Planted> seatsOf(Line person, String code) {
        return partner.lines(Sheet.SEATS).stream()
                .filter(seat -> seat.get("SignInEmail").equals(person.get("Email")))
                .map(seat -> ground.planted(
                        code,
                        "SEAT",
                        seat.get("BenefitName"),
                        seat.get("OrderNumber"),
                        person.get("Email"),
                        seat.get("SubscriptionGuid").isEmpty() ? null : seat.get("SubscriptionGuid")))
                .toList();
    }

    private Optional<List<Planted>> added() {
        int number = 500 + ground.next();
        Line line = new Line(Sheet.INDIVIDUALS, partner.individual(number, partner.email(number)));
        ground.touchPerson(line.get("Email"));
        ground.insert(Sheet.INDIVIDUALS, line);
        return Optional.of(List.of(of("REC-001", line)));
    }

    private Optional<List<Planted>> twice() {
        return ordinary().map(line -> {
            ground.insert(Sheet.INDIVIDUALS, line.copy());
            return List.of(of("REC-010", line));
        });
    }

    /** At another location she may well stand again. */
    private Optional<List<Planted>> twiceAtTheSameLocation() {
        return ordinary().map(line -> {
            ground.insert(Sheet.INDIVIDUALS, line.copy());
            return List.of(membership("REC-010", line));
        });
    }

    private Optional<List<Planted>> promoted() {
        return ordinary().map(line -> {
            line.set("AdminRight", "Location");
            return List.of(membership("REC-003", line));
        });
    }

    private Optional<List<Planted>> elsewhere() {
        return ordinary().map(line -> {
            Line more = line.copy().set("LocationMpnId", partner.branch());
            ground.insert(Sheet.INDIVIDUALS, more);
            return List.of(membership("REC-001.membership", more));
        });
    }

    private Planted membership(String code, Line line) {
        return ground.planted(code, "USER", name(line), null, line.get("Email"), line.get("LocationMpnId"));
    }

    private Optional<Line> role() {
        return ground.any(Sheet.ROLES, line -> !line.get("Email").equals(DriftExport.MOVER), "Email");
    }

    private Planted role(String code, Line line) {
        return ground.planted(code, "ROLE", line.get("Role"), null, line.get("Email"), null);
    }

    private Optional<List<Planted>> roleGone() {
        return role().map(line -> {
            ground.remove(Sheet.ROLES, line);
            return List.of(role("REC-002", line));
        });
    }

    private Optional<List<Planted>> roleAdded() {
        return ordinary().map(line -> {
            Line role = new Line(Sheet.ROLES, partner.code(), line.get("Email"), "User admin", "");
            ground.insert(Sheet.ROLES, role);
            return List.of(role("REC-001.role", role));
        });
    }

    private Optional<List<Planted>> roleTwice() {
        return role().map(line -> {
            ground.insert(Sheet.ROLES, line.copy());
            return List.of(role("REC-010", line));
        });
    }

    private Optional<Line> contact() {
        return ground.any(Sheet.CONTACTS, line -> true, "UserEmail");
    }

    private Planted contact(String code, Line line) {
        return ground.planted(code, "CONTACT", line.get("Email"), null, line.get("UserEmail"), null);
    }

    private Optional<List<Planted>> contactChanged() {
        return contact().map(line -> List.of(contact("REC-003", line.set("Phone", "+49 30 77777"))));
    }

    private Optional<List<Planted>> contactGone() {
        return contact().map(line -> {
            ground.remove(Sheet.CONTACTS, line);
            return List.of(contact("REC-002", line));
        });
    }

    private Optional<List<Planted>> contactAdded() {
        return contact()
                .flatMap(like -> ordinary().map(line -> {
                    Line contact = like.copy().set("UserEmail", line.get("Email"));
                    ground.insert(Sheet.CONTACTS, contact);
                    return List.of(ground.planted(
                            "REC-001.contact", "CONTACT", line.get("Email"), null, line.get("Email"), null));
                }));
    }

    private Optional<List<Planted>> contactTwice() {
        return contact().map(line -> {
            ground.insert(Sheet.CONTACTS, line.copy());
            return List.of(contact("REC-010", line));
        });
    }
}
