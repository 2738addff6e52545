/** The page as one file that opens without a server: what it would have asked for comes with it. */
@NullMarked
package org.crease.inspector.report;

import org.jspecify.annotations.NullMarked;
