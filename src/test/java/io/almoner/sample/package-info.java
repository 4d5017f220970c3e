/** Made-up exports of any size for tests and measurements: the same bytes for the same parameters, everywhere. */
@org.jspecify.annotations.NullMarked
package io.almoner.sample;
