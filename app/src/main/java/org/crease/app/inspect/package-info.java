/** The commands that show runs: in a browser, and as one file. */
@NullMarked
package org.crease.app.inspect;

import org.jspecify.annotations.NullMarked;
