package io.almoner.drift;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import io.almoner.drift.Plant.Form;

/**
 * The exports of made-up partners, and the same with known drift. What differs only as portals may (a day, capitals, the
 * order of the rows) is changed everywhere and must not be found.
 *
 * @param partners how many
 * @param users of each
 * @param blocks of Office 365, each with a seat for every user
 * @param seed of all that is random
 */
public record DriftExport(int partners, int users, int blocks, long seed) {

    /** Whom {@code --as} has to name. */
    public static final String MOVER = "admin@contoso.example";

    /** On this day nothing is over. */
    public static final String DAY = "2020-03-22";

    /** Of about so many rows of assignments, 245 a partner. */
    public static DriftExport ofRows(int rows, long seed) {
        return new DriftExport(Math.max(1, rows / 250), 50, 4, seed);
    }

    /** The code of the first partner. */
    public static String firstPartner() {
        return "DRIFT-00000";
    }

    /** Writes a PMC export to be migrated, which is no different from the ledger then. */
    public Path writeExport(Path folder) throws IOException {
        try (Tables files = new Tables(folder)) {
            for (int number = 0; number < partners; number++) {
                files.write(partner(number));
            }
        }
        return folder;
    }

    /** Writes a PMC export with drift in it, and says which: so many differences for a thousand rows of a partner. */
    public List<Planted> writeDriftedExport(Path folder, int perMille) throws IOException {
        List<Planted> all = new ArrayList<>();
        try (Tables files = new Tables(folder)) {
            for (int number = 0; number < partners; number++) {
                Random random = new Random(seed * 31 + number);
                Partner partner = partner(number);
                all.addAll(plant(partner, random, Form.PMC, count(partner, perMille, random)));
                Noise.in(partner, random);
                files.write(partner);
            }
        }
        return all;
    }

    /** Writes the lists of the first partner's portals, which agree with the ledger. */
    public Path writePortals(Path folder) throws IOException {
        PortalLists.write(partner(0), folder);
        return folder;
    }

    /** Writes the lists of the first partner's portals with so many differences in them, and says which. */
    public List<Planted> writeDriftedPortals(Path folder, int differences) throws IOException {
        Random random = new Random(seed);
        Partner partner = partner(0);
        List<Planted> all = plant(partner, random, Form.PORTALS, differences);
        Noise.in(partner, random);
        PortalLists.write(partner, folder);
        return all;
    }

    private Partner partner(int number) {
        return new Partner(number, users, blocks);
    }

    private static int count(Partner partner, int perMille, Random random) {
        int rows = partner.lines(Sheet.SEATS).size() * perMille;
        return rows / 1_000 + (random.nextInt(1_000) < rows % 1_000 ? 1 : 0);
    }

    private static List<Planted> plant(Partner partner, Random random, Form form, int count) {
        Ground ground = new Ground(partner, random);
        List<Plant> plants = new ArrayList<>(Stream.of(
                        new PlacePlants(ground).all(),
                        new PeoplePlants(ground).all(),
                        new KeyPlants(ground).all(),
                        new SeatPlants(ground).all())
                .flatMap(List::stream)
                .filter(plant -> plant.form().includes(form))
                .toList());
        List<Planted> all = new ArrayList<>();
        int planted = 0;
        while (planted < count && !plants.isEmpty()) {
            Collections.shuffle(plants, random);
            List<Plant> full = new ArrayList<>();
            for (Plant plant : plants.subList(0, Math.min(plants.size(), count - planted))) {
                Optional<List<Planted>> found = plant.way().plant();
                found.ifPresent(all::addAll);
                if (found.isEmpty()) {
                    full.add(plant);
                }
                planted += found.isEmpty() ? 0 : 1;
            }
            plants.removeAll(full);
        }
        return all;
    }

    /** The files of an export, open together. */
    private static final class Tables implements AutoCloseable {

        private final Map<Sheet, BufferedWriter> writers = new EnumMap<>(Sheet.class);

        Tables(Path folder) throws IOException {
            Files.createDirectories(folder);
            for (Sheet sheet : Sheet.values()) {
                BufferedWriter writer = Files.newBufferedWriter(folder.resolve(sheet.layout() + ".csv"));
                writers.put(sheet, writer);
                writer.write(Csv.line(sheet.columns().toArray(String[]::new)));
            }
        }

        void write(Partner partner) throws IOException {
            for (Sheet sheet : Sheet.values()) {
                for (Line line : partner.lines(sheet)) {
                    writers.get(sheet).write(line.csv());
                }
            }
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter writer : writers.values()) {
                writer.close();
            }
        }
    }
}
