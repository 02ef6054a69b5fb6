/** A mesh of a file: corners and faces, placed; nothing else of it is taken. */
export interface Mesh {
  positions: Float32Array;
  /** Three corners a face; absent where the corners follow each other. */
  faces?: Uint32Array;
  /** Of the node that holds it, column by column. */
  matrix: number[];
}

interface Accessor {
  bufferView?: number;
  byteOffset?: number;
  componentType: number;
  count: number;
  type: string;
}
interface Gltf {
  scene?: number;
  scenes?: { nodes?: number[] }[];
  nodes?: { mesh?: number; children?: number[]; matrix?: number[]; translation?: number[]; rotation?: number[]; scale?: number[] }[];
  meshes?: { primitives: { attributes: { POSITION?: number }; indices?: number; mode?: number }[] }[];
  accessors?: Accessor[];
  bufferViews?: { buffer: number; byteOffset?: number; byteLength: number; byteStride?: number }[];
  buffers?: { uri?: string }[];
  extensionsRequired?: string[];
}

const [MAGIC, VERSION] = [0x46546c67, 2];
const [JSON_CHUNK, BINARY_CHUNK] = [0x4e4f534a, 0x004e4942];
const TRIANGLES = 4;
const MOST_CORNERS = 1_000_000;
const MOST_MESHES = 1000;
const DEEPEST = 20;
const READERS: Record<number, [number, (data: DataView, at: number) => number]> = {
  5121: [1, (data, at) => data.getUint8(at)],
  5123: [2, (data, at) => data.getUint16(at, true)],
  5125: [4, (data, at) => data.getUint32(at, true)],
  5126: [4, (data, at) => data.getFloat32(at, true)],
};

/**
 * The bodies of a glTF 2.0 binary file (Khronos, glTF 2.0, 4.4 and 3.7): triangles with their places. Materials, pictures, motion and
 * extensions are left out, so that nothing in a file can ask for anything.
 *
 * @throws Error where it is none, or reaches beyond itself
 */
export function meshes(file: ArrayBuffer): Mesh[] {
  const { json, binary } = chunks(file);
  if (json.extensionsRequired?.length || json.buffers?.some(buffer => buffer.uri !== undefined)) {
    throw new Error('glTF: needs extensions or other files');
  }
  const found: Mesh[] = [];
  let corners = 0;
  const visit = (index: number, parent: number[], depth: number): void => {
    const node = json.nodes?.[index];
    if (!node || depth > DEEPEST || found.length > MOST_MESHES) {
      throw new Error('glTF: a node is missing, too deep, or there are too many');
    }
    const matrix = multiply(parent, node.matrix ?? compose(node.translation, node.rotation, node.scale));
    for (const primitive of node.mesh === undefined ? [] : (json.meshes?.[node.mesh]?.primitives ?? [])) {
      if ((primitive.mode ?? TRIANGLES) === TRIANGLES && primitive.attributes.POSITION !== undefined) {
        const positions = Float32Array.from(read(json, binary, primitive.attributes.POSITION, 3));
        const faces = primitive.indices === undefined ? undefined : Uint32Array.from(read(json, binary, primitive.indices, 1));
        corners += positions.length / 3 + (faces?.length ?? 0);
        if (corners > MOST_CORNERS || faces?.some(corner => corner >= positions.length / 3)) {
          throw new Error('glTF: too many corners, or a face of corners that are not there');
        }
        found.push({ positions, faces, matrix });
      }
    }
    node.children?.forEach(child => visit(child, matrix, depth + 1));
  };
  (json.scenes?.[json.scene ?? 0]?.nodes ?? []).forEach(index => visit(index, IDENTITY, 0));
  return found;
}

function chunks(file: ArrayBuffer): { json: Gltf; binary: DataView } {
  const data = new DataView(file);
  const head = file.byteLength < 20 ? [] : [0, 4, 8].map(at => data.getUint32(at, true));
  if (head[0] !== MAGIC || head[1] !== VERSION || head[2] !== file.byteLength) {
    throw new Error('glTF: no binary file of version 2');
  }
  let json: Gltf | undefined;
  let binary = new DataView(new ArrayBuffer(0));
  for (let at = 12; at + 8 <= file.byteLength; ) {
    const [length, type] = [data.getUint32(at, true), data.getUint32(at + 4, true)];
    if (at + 8 + length > file.byteLength) {
      throw new Error('glTF: a chunk is longer than the file');
    }
    if (type === JSON_CHUNK) {
      json = JSON.parse(new TextDecoder().decode(new Uint8Array(file, at + 8, length))) as Gltf;
    } else if (type === BINARY_CHUNK) {
      binary = new DataView(file, at + 8, length);
    }
    at += 8 + length;
  }
  if (!json) {
    throw new Error('glTF: no description');
  }
  return { json, binary };
}

function read(json: Gltf, binary: DataView, index: number, width: number): number[] {
  const accessor = json.accessors?.[index];
  const view = json.bufferViews?.[accessor?.bufferView ?? -1];
  const reader = READERS[accessor?.componentType ?? 0];
  const type = width === 3 ? 'VEC3' : 'SCALAR';
  if (!accessor || view?.buffer !== 0 || !reader || accessor.type !== type || accessor.count * width > 3 * MOST_CORNERS) {
    throw new Error('glTF: numbers that cannot be read');
  }
  const [size, get] = reader;
  const stride = view.byteStride ?? size * width;
  const start = (view.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  const at = (i: number) => start + Math.floor(i / width) * stride + (i % width) * size;
  return Array.from({ length: accessor.count * width }, (_, i) => get(binary, at(i))); // beyond the end: RangeError
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function compose(translation: number[] = [], rotation: number[] = [], scale: number[] = []): number[] {
  const [tx = 0, ty = 0, tz = 0] = translation;
  const [x = 0, y = 0, z = 0, w = 1] = rotation;
  const [sx = 1, sy = 1, sz = 1] = scale;
  const q = { x, y, z, w };
  const column = (a: number, b: number, c: number, size: number) => [a * size, b * size, c * size, 0];
  return [
    ...column(1 - 2 * (q.y * q.y + q.z * q.z), 2 * (q.x * q.y + q.z * q.w), 2 * (q.x * q.z - q.y * q.w), sx),
    ...column(2 * (q.x * q.y - q.z * q.w), 1 - 2 * (q.x * q.x + q.z * q.z), 2 * (q.y * q.z + q.x * q.w), sy),
    ...column(2 * (q.x * q.z + q.y * q.w), 2 * (q.y * q.z - q.x * q.w), 1 - 2 * (q.x * q.x + q.y * q.y), sz),
    tx,
    ty,
    tz,
    1,
  ];
}

function multiply(a: number[], b: number[]): number[] {
  return Array.from({ length: 16 }, (_, i) =>
    [0, 1, 2, 3].reduce((sum, k) => sum + (a[k * 4 + (i % 4)] ?? 0) * (b[Math.floor(i / 4) * 4 + k] ?? 0), 0),
  );
}
