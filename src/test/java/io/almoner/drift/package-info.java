/** Made-up partners whose exports agree with the ledger, and the same with known drift: the same for the same seed. */
@org.jspecify.annotations.NullMarked
package io.almoner.drift;
