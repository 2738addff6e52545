/** What a sweep is: its configuration, and the cells that it stands for. */
@NullMarked
package org.crease.trainer.sweep.plan;

import org.jspecify.annotations.NullMarked;
