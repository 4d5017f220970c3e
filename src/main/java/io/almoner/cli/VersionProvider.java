package io.almoner.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Almoner.class.getPackage().getImplementationVersion();
        return new String[] {"almoner " + Objects.requireNonNullElse(version, "from source")};
    }
}
