/** {@code crease doctor}: what this machine has, what is missing, and what to do about it. One class a check. */
@NullMarked
package org.crease.app.doctor;

import org.jspecify.annotations.NullMarked;
