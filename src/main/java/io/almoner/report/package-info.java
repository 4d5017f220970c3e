/** Reports for managers: one query, one design and one data book each. */
@org.jspecify.annotations.NullMarked
package io.almoner.report;
