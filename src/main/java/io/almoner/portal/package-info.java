/** Writers of the layouts that can be imported again and of the portals' own files. */
@org.jspecify.annotations.NullMarked
package io.almoner.portal;
