/** Root of Almoner; every part has its own package below. */
@org.jspecify.annotations.NullMarked
package io.almoner;
