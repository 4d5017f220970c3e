package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/** Compiles a folder of designs for every paper; a step of the build, never of a run. */
final class CompileDesigns {

    private CompileDesigns() {}

    /** Takes the folder of the designs and the folder for what comes of them. */
    public static void main(String[] arguments) throws IOException, JRException {
        Path target = Files.createDirectories(Path.of(arguments[1]));
        for (Path design : designs(Path.of(arguments[0]))) {
            String name = design.getFileName().toString().replace(".jrxml", "");
            for (Paper paper : Paper.values()) {
                try (InputStream jrxml = Files.newInputStream(design)) {
                    JasperCompileManager.compileReportToFile(
                            Designs.readFor(paper, jrxml),
                            target.resolve(Designs.compiledName(name, paper)).toString());
                }
            }
        }
    }

    private static List<Path> designs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jrxml"))
                    .sorted()
                    .toList();
        }
    }
}
