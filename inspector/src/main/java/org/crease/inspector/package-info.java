/** Looks at runs: a page in the browser, and its server. */
@NullMarked
package org.crease.inspector;

import org.jspecify.annotations.NullMarked;
