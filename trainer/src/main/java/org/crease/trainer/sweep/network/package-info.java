/** Random networks that nobody trains: their weights, the codewords that inputs switch on, and ranks, in plain Java. */
@NullMarked
package org.crease.trainer.sweep.network;

import org.jspecify.annotations.NullMarked;
