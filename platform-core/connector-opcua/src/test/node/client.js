// A client on node-opcua of the test kit's server: node client.js <endpoint> <folder for certificates> <user> <password>
// It says "connected", then it is told by lines on its standard input what to do, and answers each with one line:
//   write <name> <data type> <number>    the status
//   history <name> <values per page>     [[milliseconds since 1970, value], ...], all that there is, page by page
'use strict';
const readline = require('readline');
const { OPCUACertificateManager } = require('node-opcua-certificate-manager');
const { AttributeIds, DataType, MessageSecurityMode, OPCUAClient, SecurityPolicy, UserTokenType } = require('node-opcua-client');

const [endpoint, rootFolder, userName, password] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
console.log = console.error; // node-opcua has its own things to say

async function connect() {
  const client = OPCUAClient.create({
    applicationName: 'Foreign client',
    securityMode: MessageSecurityMode.SignAndEncrypt,
    securityPolicy: SecurityPolicy.Basic256Sha256,
    endpointMustExist: false,
    clientCertificateManager: new OPCUACertificateManager({ rootFolder, automaticallyAcceptUnknownCertificate: true }),
  });
  await client.connect(endpoint);
  const session = await client.createSession({ type: UserTokenType.UserName, userName, password });
  await session.readNamespaceArray();
  return session;
}

async function history(session, nodeId, numValuesPerNode) {
  const all = [];
  let continuationPoint;
  do {
    const page = await session.readHistoryValue({ nodeId, continuationPoint }, new Date(0), new Date(Date.now() + 60000),
      { numValuesPerNode, returnBounds: false });
    if (page.statusCode.isBad()) {
      return page.statusCode.name;
    }
    all.push(...page.historyData.dataValues.map((value) => [value.sourceTimestamp.getTime(), value.value.value]));
    continuationPoint = page.continuationPoint;
  } while (continuationPoint && continuationPoint.length > 0);
  return JSON.stringify(all);
}

async function answer(session, [word, name, ...more]) {
  const nodeId = `ns=${session.getNamespaceIndex('urn:gemello:testkit')};s=${name}`;
  if (word === 'write') {
    const value = { value: { dataType: DataType[more[0]], value: Number(more[1]) } };
    return (await session.write({ nodeId, attributeId: AttributeIds.Value, value })).name;
  } else if (word === 'history') {
    return history(session, nodeId, Number(more[0]));
  }
  return `what is '${word}'?`;
}

async function run() {
  const session = await connect();
  say('connected');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    say(await answer(session, line.split(' ')));
  }
  process.exit();
}

run().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
