/**
 * What a user sees: tables, progress and numbers, on a terminal, in a pipe and on machines with a foreign locale.
 *
 * <p>Nothing here knows what is printed; commands and training events feed it.
 */
@NullMarked
package org.crease.app.terminal;

import org.jspecify.annotations.NullMarked;
