/** The rules with their codes, the dated policies and the findings. Knows the records of the book and nothing else. */
@org.jspecify.annotations.NullMarked
package io.almoner.rules;
