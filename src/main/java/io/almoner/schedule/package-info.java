/**
 * When jobs are due: their times, worked out ahead, and an agenda that tells which job begins next and which times were
 * missed. It waits for nothing and asks no clock; whoever uses it tells what time it is.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.schedule;
