/** The command that compares runs, and how it shows them. */
@NullMarked
package org.crease.app.compare;

import org.jspecify.annotations.NullMarked;
