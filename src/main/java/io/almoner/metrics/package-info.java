/**
 * How the jobs of a home fare, for whoever watches over machines: small records of their last runs, and the figures of them
 * in the text form of Prometheus. Nothing in them is secret.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.metrics;
