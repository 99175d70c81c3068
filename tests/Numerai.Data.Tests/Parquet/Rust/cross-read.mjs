// Parquet by two implementations in Rust: arrow-rs (parquet-wasm) and polars (nodejs-polars).
//   node cross-read.mjs write table.json folder     the table in every encoding and codec that they write; prints the names
//   node cross-read.mjs read file ...               what both see, as JSON lines
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

// Packages are found where they were installed: in the folder this runs in.
const require = createRequire(path.join(process.cwd(), 'package.json'));
const arrow = require('apache-arrow');
const rust = require('parquet-wasm/node');
const polars = require('nodejs-polars');

const types = {
  Text: [new arrow.Utf8()],
  Int8: [new arrow.Int8(), Int8Array, Number],
  Int32: [new arrow.Int32(), Int32Array, Number],
  Int64: [new arrow.Int64(), BigInt64Array, BigInt],
  Float32: [new arrow.Float32(), Float32Array, Number],
  Float64: [new arrow.Float64(), Float64Array, Number],
  Boolean: [new arrow.Bool()],
  Date: [new arrow.DateDay(), Int32Array, Number],
  Timestamp: [new arrow.TimestampMicrosecond('UTC'), BigInt64Array, BigInt],
};

// Columns as [{name, type, values}]; whole numbers of 64 bits, dates and times as text of the stored number.
function toArrow(columns) {
  return new arrow.Table(Object.fromEntries(columns.map(({ name, type, values }) => {
    const [arrowType, Storage, parse] = types[type];
    if (!Storage) {
      return [name, arrow.vectorFromArray(values, arrowType)];
    }
    const bitmap = new Uint8Array(Math.ceil(values.length / 8));
    values.forEach((value, row) => { bitmap[row >> 3] |= value === null ? 0 : 1 << (row & 7); });
    const nullCount = values.filter(value => value === null).length;
    const data = Storage.from(values, value => parse(value ?? 0));
    return [name, arrow.makeVector(arrow.makeData({ type: arrowType, length: values.length, nullCount, nullBitmap: bitmap, data }))];
  })));
}

function dump(ipc) {
  const table = arrow.tableFromIPC(ipc);
  const columns = Object.fromEntries(table.schema.fields.map(field => [field.name, cells(table.getChild(field.name))]));
  return { pandas: table.schema.metadata.get('pandas') ?? null, columns };
}

function cells(vector) {
  return vector.data.flatMap(chunk => Array.from({ length: chunk.length }, (_, row) => {
    if (chunk.nullCount > 0 && !chunk.getValid(row)) {
      return null;
    }
    const stored = arrow.DataType.isDate(chunk.type) || arrow.DataType.isTimestamp(chunk.type)
      ? chunk.values[row]
      : arrow.makeVector(chunk).get(row);
    return typeof stored === 'string' || typeof stored === 'boolean' ? stored : String(stored);
  }));
}

const encodings = {
  plain: b => b.setDictionaryEnabled(false).setEncoding(rust.Encoding.PLAIN),
  dictionary: b => b.setDictionaryEnabled(true),
  delta: (b, columns) => each(b.setDictionaryEnabled(false), columns, {
    Text: 'DELTA_LENGTH_BYTE_ARRAY', Int8: 'DELTA_BINARY_PACKED', Int32: 'DELTA_BINARY_PACKED', Int64: 'DELTA_BINARY_PACKED',
    Date: 'DELTA_BINARY_PACKED', Timestamp: 'DELTA_BINARY_PACKED',
  }),
  prefixes: (b, columns) => each(b.setDictionaryEnabled(false), columns, { Text: 'DELTA_BYTE_ARRAY' }),
  split: (b, columns) => each(b.setDictionaryEnabled(false), columns, {
    Int8: 'BYTE_STREAM_SPLIT', Int32: 'BYTE_STREAM_SPLIT', Int64: 'BYTE_STREAM_SPLIT', Float32: 'BYTE_STREAM_SPLIT',
    Float64: 'BYTE_STREAM_SPLIT', Date: 'BYTE_STREAM_SPLIT', Timestamp: 'BYTE_STREAM_SPLIT',
  }),
};

// What pandas adds when a data frame with the index "id" is saved.
const pandas = JSON.stringify({
  index_columns: ['id'],
  column_indexes: [{ name: null, field_name: null, pandas_type: 'unicode', numpy_type: 'object', metadata: { encoding: 'UTF-8' } }],
  columns: [{ name: 'id', field_name: 'id', pandas_type: 'unicode', numpy_type: 'object', metadata: null }],
  creator: { library: 'pyarrow', version: '17.0.0' },
  pandas_version: '2.2.2',
});

function each(builder, columns, byType) {
  return columns.reduce((b, { name, type }) => byType[type] ? b.setColumnEncoding(name, rust.Encoding[byType[type]]) : b, builder);
}

function write(source, folder) {
  const columns = JSON.parse(fs.readFileSync(source, 'utf8'));
  const ipc = arrow.tableToIPC(toArrow(columns), 'stream');
  const save = (name, bytes) => { fs.writeFileSync(path.join(folder, name), bytes); console.log(name); };
  for (const encoding of Object.keys(encodings)) {
    for (const codec of ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'LZ4_RAW', 'ZSTD']) {
      for (const version of ['V1', 'V2']) {
        const builder = encodings[encoding](new rust.WriterPropertiesBuilder(), columns)
          .setCompression(rust.Compression[codec]).setWriterVersion(rust.WriterVersion[version]).setMaxRowGroupSize(400).setKeyValueMetadata(new Map([['pandas', pandas]]));
        save(`arrow-rs_${encoding}_${codec}_${version}.parquet`, rust.writeParquet(rust.Table.fromIPCStream(ipc), builder.build()));
      }
    }
  }
  for (const codec of ['uncompressed', 'snappy', 'gzip', 'brotli', 'lz4', 'zstd']) {
    const name = `polars_own_${codec}_V1.parquet`;
    polars.readIPCStream(Buffer.from(ipc)).writeParquet(path.join(folder, name), { compression: codec });
    console.log(name);
  }
}

function read(files) {
  for (const file of files) {
    const seen = rust.readParquet(fs.readFileSync(file)).intoIPCStream();
    console.log(JSON.stringify({ file: path.basename(file), reader: 'arrow-rs', ...dump(seen) }));
    const frame = polars.readParquet(file);
    console.log(JSON.stringify({ file: path.basename(file), reader: 'polars', ...dump(frame.writeIPCStream()) }));
  }
}

const [command, ...rest] = process.argv.slice(2);
command === 'write' ? write(...rest) : read(rest);
