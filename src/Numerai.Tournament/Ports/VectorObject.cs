using System.Buffers.Binary;

namespace Numerai.Tournament.Ports;

/// <summary>Vectors as stored objects: little-endian doubles, nothing else.</summary>
public static class VectorObject
{
    public static byte[] Write(ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var row = 0; row < values.Length; row++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(row * sizeof(double)), values[row]);
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The content is not <paramref name="rows"/> doubles.</exception>
    public static double[] Read(ReadOnlySpan<byte> bytes, int rows)
    {
        if (bytes.Length != rows * sizeof(double))
        {
            throw new InvalidDataException(
                $"A vector of {rows} rows has {rows * sizeof(double)} bytes, but the object has {bytes.Length}.");
        }

        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(row * sizeof(double))..]);
        }

        return values;
    }
}
