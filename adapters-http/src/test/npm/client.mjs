// Talks to the server of SocketIoClientTest: node client.mjs <address> <transport> [<transport>]
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const [address, ...transports] = process.argv.slice(2);
const PATIENCE = 20_000;
const sockets = [];

function connect(namespace, options = {}) {
  const socket = io(address + namespace, { transports, forceNew: true, reconnection: false, ...options });
  sockets.push(socket);
  return socket;
}

function next(emitter, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), PATIENCE);
    emitter.once(event, (...values) => {
      clearTimeout(timer);
      resolve(values);
    });
  });
}

async function connected(namespace, options) {
  const socket = connect(namespace, options);
  const auth = next(socket, "auth");
  await next(socket, "connect");
  return [socket, (await auth)[0]];
}

const checks = {
  async "tells what the client authenticated with"() {
    const [, auth] = await connected("/", { auth: { token: "123", nested: { list: [1] } } });
    assert.deepEqual(auth, { token: "123", nested: { list: [1] } });
  },

  async "brings events back as they were"() {
    const [socket] = await connected("/");
    const said = [1, "2", { 3: [true, null, 1.5] }, "äöü € 😀", ""];
    socket.emit("message", ...said);
    assert.deepEqual(await next(socket, "message-back"), said);
  },

  async "brings bytes back as they were"() {
    const [socket] = await connected("/");
    const bytes = Buffer.from([0, 1, 2, 0x1e, 254, 255]);
    socket.emit("message", bytes, { deep: [Buffer.alloc(5000, 7)] }, "text");
    const [first, second, third] = await next(socket, "message-back");
    assert.deepEqual(Buffer.from(first), bytes);
    assert.deepEqual(Buffer.from(second.deep[0]), Buffer.alloc(5000, 7));
    assert.equal(third, "text");
  },

  async "acknowledges, and is acknowledged"() {
    const [socket] = await connected("/");
    const [one, two] = await new Promise((resolve) =>
      socket.emit("message-with-ack", 1, Buffer.from([2]), (...values) => resolve(values)),
    );
    assert.equal(one, 1);
    assert.deepEqual(Buffer.from(two), Buffer.from([2]));

    socket.on("question", (number, answer) => answer(number + 1, Buffer.from([number])));
    socket.emit("ask me", 41);
    const [answer, bytes] = await next(socket, "answered");
    assert.equal(answer, 42);
    assert.deepEqual(Buffer.from(bytes), Buffer.from([41]));
  },

  async "keeps the order of many events"() {
    const [socket] = await connected("/");
    const heard = [];
    const all = new Promise((resolve) =>
      socket.on("message-back", (number) => heard.push(number) === 300 && resolve()),
    );
    for (let number = 0; number < 300; number++) {
      socket.emit("message", number, "x".repeat(number));
    }
    await all;
    assert.deepEqual(heard, [...heard.keys()]);
  },

  async "lets into a custom namespace beside the main one"() {
    const [main] = await connected("/");
    const custom = main.io.socket("/custom", { auth: { token: "abc" } });
    sockets.push(custom);
    assert.deepEqual(await next(custom, "auth"), [{ token: "abc" }]);
    custom.emit("message", "custom");
    assert.deepEqual(await next(custom, "message-back"), ["custom"]);
    custom.disconnect();
    main.emit("message", "main");
    assert.deepEqual(await next(main, "message-back"), ["main"]);
  },

  async "refuses an unknown namespace"() {
    const [error] = await next(connect("/random"), "connect_error");
    assert.equal(error.message, "Invalid namespace");
  },

  async "refuses whom the doorkeeper refuses"() {
    const [error] = await next(connect("/guarded", { auth: { token: "bad" } }), "connect_error");
    assert.equal(error.message, "not you");
    const [, auth] = await connected("/guarded", { auth: { token: "good" } });
    assert.equal(auth.token, "good");
  },

  async "tells a room, and only the room"() {
    const [alice] = await connected("/");
    const [bob] = await connected("/");
    await alice.emitWithAck("join", "alice");
    await bob.emitWithAck("join", "bob");
    const toBob = [];
    bob.onAny((event) => toBob.push(event));
    alice.emit("tell room", "alice", "secret");
    assert.deepEqual(await next(alice, "told"), ["secret"]);
    alice.emit("tell room", "bob", "for bob");
    assert.deepEqual(await next(bob, "told"), ["for bob"]);
    assert.deepEqual(toBob, ["told"]);
  },

  async "lives through heartbeats"() {
    const [socket] = await connected("/");
    for (let beats = 0; beats < 3; beats++) {
      await next(socket.io, "ping");
    }
    socket.emit("message", "alive");
    assert.deepEqual(await next(socket, "message-back"), ["alive"]);
  },

  async "is put out by the server"() {
    const [socket] = await connected("/");
    const gone = next(socket, "disconnect");
    socket.emit("put me out");
    assert.equal((await gone)[0], "io server disconnect");
  },
};

if (transports.length > 1) {
  checks["upgrades without losing or mixing up an event"] = async () => {
    const [socket] = await connected("/");
    const heard = [];
    let number = 0;
    let upgraded = socket.io.engine.transport.name === "websocket";
    socket.io.engine.once("upgrade", () => (upgraded = true));
    socket.on("message-back", (value) => heard.push(value));
    while (!upgraded || heard.length < number) {
      if (!upgraded) {
        socket.emit("message", number++);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.emit("message", number++);
    await next(socket, "message-back");
    assert.equal(socket.io.engine.transport.name, "websocket");
    assert.deepEqual(heard, [...Array(number).keys()]);
  };
}

let failures = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok: ${name}`);
  } catch (error) {
    failures++;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
  sockets.splice(0).forEach((socket) => socket.disconnect());
}
process.exit(failures === 0 ? 0 : 1);
