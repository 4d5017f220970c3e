/**
 * Measures what a migration costs beside the Spring Batch job that one would write without much thought. Compiled and
 * run by {@code mvn -Pbench verify} only; the profile in the POM says how to choose sizes and databases.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.bench;
