using System.Buffers.Binary;

namespace Numerai.Client.Datasets.Files;

/// <summary>
/// Walks a Parquet footer (Thrift's compact form) before the library reads it: the library takes any depth, length and number in it for
/// true, and runs for ever, or out of its stack, where the bytes end too soon.
/// </summary>
internal ref struct FooterCheck
{
    private const int DeepestNesting = 24;
    private const int Schema = 2;
    private const int ChildCount = 5;
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Children that are still to come of each schema element that is open: the library builds their tree by recursion.</summary>
    private readonly Stack<long> _open = [];
    private bool _inSchema;
    private int _at;

    private FooterCheck(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The length of the footer in the last eight bytes of a file.</summary>
    /// <exception cref="InvalidDataException">They are no end of a Parquet file of this length.</exception>
    public static int LengthOf(ReadOnlySpan<byte> tail, long fileLength)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        return !tail[4..].SequenceEqual("PAR1"u8)
            ? throw new InvalidDataException("it does not end as a Parquet file does")
            : length > 0 && length <= fileLength - 12
            ? length
            : throw new InvalidDataException("its footer is longer than the file");
    }

    /// <exception cref="InvalidDataException">The footer is not what its own structure says.</exception>
    public static void Walk(ReadOnlySpan<byte> footer)
    {
        var check = new FooterCheck(footer);
        check.Struct(0);
        if (check._at != footer.Length)
        {
            throw Broken();
        }
    }

    private static InvalidDataException Broken() => new("its footer is damaged");

    private void Struct(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Broken();
        }

        short field = 0;
        long children = 0;
        while (Next() is var header && header != 0)
        {
            var type = header & 15;

            // The library's field numbers have 16 bits, and wrap.
            field = unchecked((short)(header >> 4 == 0 ? Signed(Number()) : field + (header >> 4)));
            _inSchema = depth == 0 ? field == Schema : _inSchema;
            if (depth == 2 && _inSchema && field == ChildCount && type is 4 or 5 or 6)
            {
                children = Signed(Number());
            }
            else if (type is not (1 or 2))
            {
                // In a structure the type of a boolean field is its value.
                Value(type, depth);
            }
        }

        if (depth == 2 && _inSchema)
        {
            Element(children);
        }
    }

    private void Element(long children)
    {
        while (_open.TryPop(out var left))
        {
            if (left > 0)
            {
                _open.Push(left - 1);
                break;
            }
        }

        if (children > 0)
        {
            _open.Push(children);
        }

        if (_open.Count > DeepestNesting)
        {
            throw Broken();
        }
    }

    private void Value(int type, int depth)
    {
        switch (type)
        {
            case 3: Next(); break;
            case 4 or 5 or 6: Number(); break;
            case 7: Skip(8); break;
            case 8: Skip(Number()); break;
            case 9: List(depth + 1); break;
            case 12: Struct(depth + 1); break;

            // No footer has sets, maps or lists of booleans, which the library skips by other lengths.
            default: throw Broken();
        }
    }

    private void List(int depth)
    {
        var header = Next();
        var count = header >> 4 == 15 ? Number() : (ulong)(header >> 4);
        if (depth > DeepestNesting || count > (ulong)(_bytes.Length - _at))
        {
            throw Broken();
        }

        for (; count > 0; count--)
        {
            Value(header & 15, depth);
        }
    }

    private int Next() => _at < _bytes.Length ? _bytes[_at++] : throw Broken();

    private ulong Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Next();
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }

        throw Broken();
    }

    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    private void Skip(ulong count) => _at = count <= (ulong)(_bytes.Length - _at) ? _at + (int)count : throw Broken();
}
