package io.almoner.drift;

import java.util.List;
import java.util.Optional;

import io.almoner.drift.Plant.Form;

/** Drift of product keys. */
final class KeyPlants {

    private static final int UNKNOWN_KEYS = 10_000;

    private final Ground ground;
    private final Partner partner;

    KeyPlants(Ground ground) {
        this.ground = ground;
        this.partner = ground.partner();
    }

    List<Plant> all() {
        return List.of(
                new Plant(Form.BOTH, this::usedThere),
                new Plant(Form.BOTH, this::gone),
                new Plant(Form.BOTH, this::unusedGone),
                new Plant(Form.BOTH, this::shownLater),
                new Plant(Form.BOTH, this::added),
                new Plant(Form.BOTH, this::ofUnknownBenefit),
                new Plant(Form.BOTH, this::twice),
                new Plant(Form.PMC, this::usedMore));
    }

    private Optional<Line> shown() {
        return ground.any(Sheet.KEYS, line -> !line.get("RevealedDate").isEmpty(), "ProductKey");
    }

    private Optional<Line> unused() {
        return ground.any(Sheet.KEYS, line -> line.get("RevealedDate").isEmpty(), "ProductKey");
    }

    private Planted of(String code, Line key) {
        String clear = key.get("ProductKey");
        return ground.planted(
                code,
                "KEY",
                key.get("BenefitName"),
                key.get("OrderNumber").isEmpty() ? null : key.get("OrderNumber"),
                null,
                "*****-" + clear.substring(clear.length() - 5));
    }

    private Optional<List<Planted>> usedThere() {
        return unused().map(key -> List.of(of("REC-008", key.set("RevealedDate", "2020-03-01"))));
    }

    private Optional<List<Planted>> gone() {
        return shown().map(key -> {
            ground.remove(Sheet.KEYS, key);
            return List.of(of("REC-002", key));
        });
    }

    /** A key that nobody has asked for need not stand there. */
    private Optional<List<Planted>> unusedGone() {
        return unused().map(key -> {
            ground.remove(Sheet.KEYS, key);
            return List.of();
        });
    }

    private Optional<List<Planted>> shownLater() {
        return shown().map(key -> List.of(of("REC-003", key.set("RevealedDate", "2019-12-24"))));
    }

    private Optional<List<Planted>> usedMore() {
        return shown().map(key -> List.of(of("REC-003", key.set("ActivationsUsed", "7"))));
    }

    private Optional<List<Planted>> added() {
        return shown().map(like -> {
            Line key = like.copy().set("ProductKey", partner.key(UNKNOWN_KEYS + ground.next()));
            ground.insert(Sheet.KEYS, key);
            return List.of(of("REC-001", key));
        });
    }

    private Optional<List<Planted>> ofUnknownBenefit() {
        return shown().map(like -> {
            Line key = like.copy()
                    .set("BenefitName", "Product of nobody")
                    .set("OrderNumber", "")
                    .set("ProductKey", partner.key(UNKNOWN_KEYS + ground.next()));
            ground.insert(Sheet.KEYS, key);
            return List.of(of("REC-001.benefit", key));
        });
    }

    private Optional<List<Planted>> twice() {
        return shown().map(key -> {
            ground.insert(Sheet.KEYS, key.copy());
            return List.of(of("REC-010", key));
        });
    }
}
