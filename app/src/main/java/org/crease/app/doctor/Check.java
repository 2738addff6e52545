package org.crease.app.doctor;

/** Looks at one thing of the machine. Never throws: a thing that cannot be looked at is a result too. */
interface Check {
    Result look();
}
