/** What all commands share: their errors and options. */
@NullMarked
package org.crease.app.command;

import org.jspecify.annotations.NullMarked;
