/** Tests that the rooms of docs/architecture.md are kept, and that these tests can fail. */
@NullMarked
package org.crease.app.rooms;

import org.jspecify.annotations.NullMarked;
