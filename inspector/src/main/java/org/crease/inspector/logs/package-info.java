/** TensorBoard logs of other programs that lie beside the runs. */
@NullMarked
package org.crease.inspector.logs;

import org.jspecify.annotations.NullMarked;
