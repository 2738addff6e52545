/** Data sets known by name: found on disk or downloaded, verified, read. */
@NullMarked
package org.crease.trainer.data.library;

import org.jspecify.annotations.NullMarked;
