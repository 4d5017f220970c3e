/** The wiring of Spring Batch: one job for each thing that people start, made of the same few steps. */
@org.jspecify.annotations.NullMarked
package io.almoner.jobs;
