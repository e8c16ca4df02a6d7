package app.madang.models.door;

import app.madang.models.routing.RouterSink;

/** Where an answer goes; nothing in it is masked. */
public interface DoorSink extends RouterSink {}
