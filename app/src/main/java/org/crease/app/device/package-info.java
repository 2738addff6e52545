/** The machine's graphics cards, as the module {@code gpu} finds them, for the trainer to choose from. */
@NullMarked
package org.crease.app.device;

import org.jspecify.annotations.NullMarked;
