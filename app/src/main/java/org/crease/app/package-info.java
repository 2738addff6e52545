/** The command line. */
@NullMarked
package org.crease.app;

import org.jspecify.annotations.NullMarked;
