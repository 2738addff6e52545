/** The user's own data: tables of numbers and NumPy arrays. */
@NullMarked
package org.crease.trainer.data.table;

import org.jspecify.annotations.NullMarked;
