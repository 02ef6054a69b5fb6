// A server on node-opcua in front of a small plant: node server.js <port> <folder for certificates> <start of the plant, ms since 1970>
// Its counters go up by one every 50 ms since the plant was started, whether the server runs or not; the one with a history knows what
// was counted while the server was down, as an archive beside it does. It says "ready" once it can be connected to.
'use strict';
const path = require('path');
const { OPCUACertificateManager } = require('node-opcua-certificate-manager');
const { DataType, MessageSecurityMode, SecurityPolicy, StatusCodes, Variant } = require('node-opcua-client');
const { standardUnits } = require('node-opcua-data-access');
const { nodesets } = require('node-opcua-nodesets');
const { OPCUAServer } = require('node-opcua-server');

const [port, folder, begun] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
const say = (line) => process.stdout.write(`${line}\n`);
console.log = console.error; // node-opcua has its own things to say
const STEP = 50;
const KEPT = 5000;

const server = new OPCUAServer({
  port,
  host: '127.0.0.1',
  hostname: '127.0.0.1',
  alternateHostname: ['127.0.0.1'],
  resourcePath: '/foreign',
  nodeset_filename: [nodesets.standard],
  serverInfo: { applicationUri: 'urn:foreign:server', applicationName: { text: 'Foreign server' } },
  serverCertificateManager: new OPCUACertificateManager({ rootFolder: path.join(folder, 'server'), automaticallyAcceptUnknownCertificate: true }),
  userCertificateManager: new OPCUACertificateManager({ rootFolder: path.join(folder, 'users') }),
  securityPolicies: [SecurityPolicy.Basic256Sha256],
  securityModes: [MessageSecurityMode.SignAndEncrypt],
  allowAnonymous: false,
  userManager: { isValidUser: (name, password) => name === 'operator' && password === 'correct horse' },
  serverCapabilities: { operationLimits: { maxMonitoredItemsPerCall: 40, maxNodesPerRead: 40, maxNodesPerHistoryReadData: 10 } },
});

function plant() {
  const addressSpace = server.engine.addressSpace;
  const own = addressSpace.registerNamespace('urn:foreign:plant');
  const press = own.addObject({ organizedBy: addressSpace.rootFolder.objects, browseName: 'Press', nodeId: 's=Press' });
  const variable = (name, dataType, value, more) => own.addVariable({
    componentOf: press, browseName: name, nodeId: `s=${name}`, dataType, minimumSamplingInterval: 0, value: { dataType, value }, ...more,
  });

  own.addAnalogDataItem({
    componentOf: press, browseName: 'Temperature', nodeId: 's=Temperature', dataType: 'Double', engineeringUnitsRange: { low: -10, high: 120 },
    engineeringUnits: standardUnits.degree_celsius, minimumSamplingInterval: 0, value: { dataType: DataType.Double, value: 21.5 },
  });
  const doubtful = variable('Doubtful', DataType.Double, 0);
  doubtful.setValueFromSource({ dataType: DataType.Double, value: 4.5 }, StatusCodes.UncertainLastUsableValue, new Date(begun));
  const broken = variable('Broken', DataType.Double, 0);
  broken.setValueFromSource({ dataType: DataType.Double, value: 0 }, StatusCodes.BadSensorFailure, new Date(begun));
  variable('Limit', DataType.Int16, 80);
  const speed = variable('Speed', DataType.Double, 0);
  own.addMethod(press, {
    browseName: 'SetSpeed', nodeId: 's=SetSpeed',
    inputArguments: [{ name: 'speed', dataType: DataType.Double }, { name: 'ramp', dataType: DataType.UInt16 }],
  }).bindMethod((inputs, context, callback) => {
    const ok = inputs[1].value === 3;
    if (ok) {
      speed.setValueFromSource({ dataType: DataType.Double, value: inputs[0].value });
    }
    callback(null, { statusCode: ok ? StatusCodes.Good : StatusCodes.BadOutOfRange });
  });

  const counters = [];
  for (let i = 0; i < 100; i++) {
    counters.push(variable(`Counter${i}`, DataType.UInt32, 0, { accessLevel: 'CurrentRead', userAccessLevel: 'CurrentRead' }));
  }
  const remembered = variable('Remembered', DataType.UInt32, 0);
  const set = (node, count) => node.setValueFromSource({ dataType: DataType.UInt32, value: count }, StatusCodes.Good,
    new Date(begun + count * STEP));
  const due = () => Math.floor((Date.now() - begun) / STEP);
  let next = Math.max(0, due() - KEPT);
  set(remembered, next);
  addressSpace.installHistoricalDataNode(remembered, { maxOnlineValues: KEPT }); // begins with the present value
  for (next++; next < due(); next++) {
    set(remembered, next);
  }
  setInterval(() => {
    for (const until = due(); next <= until; next++) {
      counters.forEach((node) => set(node, next));
      set(remembered, next);
    }
  }, STEP / 2);
}

async function run() {
  await server.initialize();
  plant();
  await server.start();
  say('ready');
}

process.stdin.resume().on('end', () => process.exit());
run().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
