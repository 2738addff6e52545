/** The commands that train and replay, and what they show. */
@NullMarked
package org.crease.app.run;

import org.jspecify.annotations.NullMarked;
