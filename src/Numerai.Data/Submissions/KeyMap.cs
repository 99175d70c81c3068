using System.Numerics;
using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>
/// Finds an id among the live ids of one kind by the UTF-8 bytes of a file, without making a string, and knows the row of the universe each
/// belongs to. Built once per round; immutable and shared by threads.
/// </summary>
public sealed class KeyMap
{
    private readonly byte[] text;
    private readonly int[] starts;
    private readonly Slot[] slots;
    private readonly int[] universeRows;
    private readonly int[] sameKey;

    /// <summary>Builds the look-up.</summary>
    /// <param name="keyColumn">The id column these ids belong to, e.g. <c>numerai_ticker</c>.</param>
    /// <param name="keys">The live ids in the universe's own order; null or empty where a row has none of this kind. One id may stand for
    /// several rows.</param>
    /// <param name="universeRows">For each of them its row in the sorted universe, or -1 when it has none.</param>
    public KeyMap(string keyColumn, IReadOnlyList<string?> keys, IReadOnlyList<int> universeRows)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(universeRows);
        KeyColumn = keyColumn;
        Keys = [.. keys.Select(key => string.IsNullOrEmpty(key) ? null : key)];
        this.universeRows = [.. universeRows];
        sameKey = new int[keys.Count];
        starts = new int[keys.Count + 1];
        text = Concatenate(starts);
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4 * keys.Count, 4))];
        Array.Fill(slots, new Slot(0, -1));
        for (int entry = 0; entry < Keys.Count; entry++)
        {
            Insert(entry);
        }
    }

    /// <summary>The id column these ids belong to.</summary>
    public string KeyColumn { get; }

    /// <summary>The ids in the universe's own order; null where a row has none.</summary>
    public IReadOnlyList<string?> Keys { get; }

    /// <summary>The number of different live ids.</summary>
    public int LiveCount { get; private set; }

    /// <summary>The entry of an id in <see cref="Keys"/>, or -1 when it is not live.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        uint hash = KeyHash.Of(key);
        int mask = slots.Length - 1;
        for (int place = (int)(hash & (uint)mask); slots[place].Entry >= 0; place = (place + 1) & mask)
        {
            if (slots[place].Hash == hash && Bytes(slots[place].Entry).SequenceEqual(key))
            {
                return slots[place].Entry;
            }
        }

        return -1;
    }

    /// <summary>The next entry with the same id, or -1.</summary>
    public int NextOfSameKey(int entry) => sameKey[entry];

    /// <summary>The row of the sorted universe an entry belongs to, or -1.</summary>
    public int UniverseRow(int entry) => universeRows[entry];

    private byte[] Concatenate(int[] ends)
    {
        using MemoryStream all = new();
        for (int entry = 0; entry < Keys.Count; entry++)
        {
            all.Write(Encoding.UTF8.GetBytes(Keys[entry] ?? string.Empty));
            ends[entry + 1] = (int)all.Length;
        }

        return all.ToArray();
    }

    private ReadOnlySpan<byte> Bytes(int entry) => text.AsSpan(starts[entry], starts[entry + 1] - starts[entry]);

    private void Insert(int entry)
    {
        sameKey[entry] = -1;
        if (Keys[entry] is null)
        {
            return;
        }

        int earlier = Find(Bytes(entry));
        if (earlier >= 0)
        {
            while (sameKey[earlier] >= 0)
            {
                earlier = sameKey[earlier];
            }

            sameKey[earlier] = entry;
            return;
        }

        uint hash = KeyHash.Of(Bytes(entry));
        int mask = slots.Length - 1;
        int place = (int)(hash & (uint)mask);
        while (slots[place].Entry >= 0)
        {
            place = (place + 1) & mask;
        }

        slots[place] = new Slot(hash, entry);
        LiveCount++;
    }

    private readonly record struct Slot(uint Hash, int Entry);
}
