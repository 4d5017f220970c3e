/**
 * Job files: what {@code almoner run} and schedulers start. A file is read strictly, and whatever is wrong in it is told
 * with its line and column, all of it at once. What a job does is said in the words of the command that does it.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.jobfile;
