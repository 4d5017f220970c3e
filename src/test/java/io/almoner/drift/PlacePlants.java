package io.almoner.drift;

import java.util.List;
import java.util.Optional;

import io.almoner.drift.Plant.Form;

/** Drift of the company, its locations, orders and benefits. */
final class PlacePlants {

    private final Ground ground;
    private final Partner partner;

    PlacePlants(Ground ground) {
        this.ground = ground;
        this.partner = ground.partner();
    }

    List<Plant> all() {
        return List.of(
                new Plant(Form.PMC, this::companyRenamed),
                new Plant(Form.PMC, this::branchMoved),
                new Plant(Form.PMC, this::branchGone),
                new Plant(Form.PMC, this::locationAdded),
                new Plant(Form.PMC, this::locationTwice),
                new Plant(Form.PMC, this::moreGranted),
                new Plant(Form.PMC, this::orderDated),
                new Plant(Form.PMC, this::benefitGone),
                new Plant(Form.PMC, this::benefitAdded),
                new Plant(Form.PMC, this::benefitTwice));
    }

    private Optional<Line> headquarters() {
        return ground.any(Sheet.LOCATIONS, line -> line.get("IsHeadquarters").equals("Yes"), "LocationMpnId");
    }

    private Optional<Line> branch() {
        return ground.any(Sheet.LOCATIONS, line -> line.get("LocationMpnId").equals(partner.branch()), "LocationMpnId");
    }

    private Planted location(String code, Line line) {
        return ground.planted(code, "LOCATION", line.get("LocationName"), null, null, line.get("LocationMpnId"));
    }

    private Optional<List<Planted>> companyRenamed() {
        return headquarters().map(line -> {
            partner.lines(Sheet.LOCATIONS).forEach(location -> location.set("AccountEmail", "new@partner.example"));
            return List.of(ground.planted("REC-003", "ORGANISATION", partner.code(), null, null, null));
        });
    }

    private Optional<List<Planted>> branchMoved() {
        return branch().map(line -> List.of(location("REC-003", line.set("Country", "FR"))));
    }

    private Optional<List<Planted>> branchGone() {
        return branch().map(line -> {
            ground.remove(Sheet.LOCATIONS, line);
            return List.of(location("REC-002", line));
        });
    }

    private Optional<List<Planted>> locationAdded() {
        String mpnId = partner.mpnId() + "%03d".formatted(ground.next());
        String account = partner.lines(Sheet.LOCATIONS).get(0).get("AccountEmail");
        Line line = new Line(Sheet.LOCATIONS, partner.location(mpnId, partner.mpnId(), "No", "New"));
        ground.insert(Sheet.LOCATIONS, line.set("AccountEmail", account));
        return Optional.of(List.of(ground.planted("REC-001.migrate", "LOCATION", mpnId, null, null, null)));
    }

    private Optional<List<Planted>> locationTwice() {
        return branch().map(line -> {
            ground.insert(Sheet.LOCATIONS, line.copy());
            return List.of(location("REC-010", line));
        });
    }

    private Optional<Line> benefit() {
        return ground.any(Sheet.BENEFITS, line -> line.get("OrderNumber").equals(partner.order()), "BenefitName");
    }

    private Planted benefit(String code, Line line) {
        return ground.planted(code, "BENEFIT", line.get("BenefitName"), line.get("OrderNumber"), null, null);
    }

    private Optional<List<Planted>> moreGranted() {
        return benefit().map(line -> List.of(benefit("REC-003", line.set("Quantity", "177"))));
    }

    /** Of the second order, which has one benefit only: one row tells it. */
    private Optional<List<Planted>> orderDated() {
        return ground.any(Sheet.BENEFITS, line -> line.get("OrderNumber").equals(partner.secondOrder()), "OrderNumber")
                .map(line -> {
                    line.set("PurchaseDate", "2019-10-04");
                    return List.of(ground.planted("REC-003", "ORDER", partner.secondOrder(), null, null, null));
                });
    }

    private Optional<List<Planted>> benefitGone() {
        return benefit().map(line -> {
            ground.remove(Sheet.BENEFITS, line);
            return List.of(benefit("REC-002", line));
        });
    }

    private Optional<List<Planted>> benefitAdded() {
        String name = "New benefit " + ground.next();
        Line line = new Line(Sheet.BENEFITS, partner.benefit(partner.order(), name, "Cloud", "5", "Seat"));
        ground.insert(Sheet.BENEFITS, line);
        return Optional.of(
                List.of(ground.planted("REC-001.migrate", "BENEFIT", name, partner.order(), null, partner.mpnId())));
    }

    private Optional<List<Planted>> benefitTwice() {
        return benefit().map(line -> {
            ground.insert(Sheet.BENEFITS, line.copy());
            return List.of(benefit("REC-010", line));
        });
    }
}
