// An edge node on Eclipse Tahu's JavaScript client, told by lines on its standard input what to do:
//   data <level>          publishes the level of its device
//   compressed <level>    the same in a compressed payload
//   death                 its device goes away
//   stop                  says farewell and ends
'use strict';
const readline = require('readline');
const sparkplug = require('sparkplug-client');

const node = sparkplug.newClient({
  serverUrl: process.argv[2], username: '', password: '', groupId: 'foreign', edgeNode: 'tank-farm', clientId: 'tank-farm',
  version: 'spBv1.0', publishDeath: true,
});
const tank = { Level: 1.5, Limit: 80 };

function birth() {
  node.publishNodeBirth({
    timestamp: Date.now(),
    metrics: [
      { name: 'Node Control/Rebirth', type: 'Boolean', value: false },
      { name: 'Temperature', type: 'Int8', value: -7 },
      { name: 'Operating Hours', type: 'UInt32', value: 4000000000 },
      { name: 'Heap', type: 'UInt64', value: 9007199254740991 },
      { name: 'Serial', type: 'String', value: 'Füllstand 7' },
    ],
  });
  node.publishDeviceBirth('tank-1', {
    timestamp: Date.now(),
    metrics: [
      {
        name: 'Level', type: 'Double', value: tank.Level, timestamp: Date.now(),
        properties: { Quality: { type: 'Int32', value: 500 }, engUnit: { type: 'String', value: 'm' } },
      },
      { name: 'Limit', type: 'Int16', value: tank.Limit },
      { name: 'Open', type: 'Boolean', value: true },
      { name: 'Pump', type: 'Template', value: { isDefinition: false, templateRef: 'Pump', version: '1', parameters: [],
        metrics: [{ name: 'Speed', type: 'Float', value: 0.25 }] } },
    ],
  });
}

function data(level, options) {
  tank.Level = level;
  node.publishDeviceData('tank-1', { timestamp: Date.now(), metrics: [{ name: 'Level', type: 'Double', value: level }] }, options);
}

node.on('birth', birth);
node.on('ncmd', (payload) => {
  if (payload.metrics.some((metric) => metric.name === 'Node Control/Rebirth' && metric.value)) {
    console.log('rebirth');
    birth();
  }
});
node.on('dcmd', (device, payload) => {
  for (const metric of payload.metrics) {
    tank[metric.name] = metric.value;
    node.publishDeviceData(device, { timestamp: Date.now(), metrics: [{ name: metric.name, type: metric.type, value: metric.value }] });
  }
});
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, value] = line.split(' ');
  if (word === 'data') {
    data(Number(value));
  } else if (word === 'compressed') {
    data(Number(value), { compress: true, algorithm: 'GZIP' });
  } else if (word === 'death') {
    node.publishDeviceDeath('tank-1', { timestamp: Date.now() });
  } else if (word === 'stop') {
    node.stop();
  }
}).on('close', () => process.exit());
