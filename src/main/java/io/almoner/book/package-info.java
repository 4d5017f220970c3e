/** The pure core: the book of one organisation, the commands that ask it for something and the changes that it yields. No Spring, no JDBC, no clock, no files may come in here. */
@org.jspecify.annotations.NullMarked
package io.almoner.book;
