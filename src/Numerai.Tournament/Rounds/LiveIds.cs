using System.Text;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds;

/// <summary>The live ids of a round in ordinal order; every vector of the round is aligned to it.</summary>
public sealed class LiveIds
{
    private readonly Dictionary<string, int> _rows;

    /// <param name="ids">Distinct ids in ordinal order.</param>
    public LiveIds(string[] ids)
    {
        Ids = ids;
        _rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var row = 0; row < ids.Length; row++)
        {
            if (row > 0 && string.CompareOrdinal(ids[row - 1], ids[row]) >= 0)
            {
                throw new ArgumentException(
                    $"The ids are not distinct and in ordinal order: '{ids[row - 1]}' stands before '{ids[row]}'.", nameof(ids));
            }

            _rows.Add(ids[row], row);
        }
    }

    public IReadOnlyList<string> Ids { get; }

    public int Rows => Ids.Count;

    /// <summary>The row of an id, or -1.</summary>
    public int RowOf(string id) => _rows.GetValueOrDefault(id, -1);

    /// <summary>One id a line.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', Ids));

    public static LiveIds FromBytes(ReadOnlySpan<byte> content) => new(Encoding.UTF8.GetString(content).Split('\n'));

    public static async Task<LiveIds> LoadAsync(IObjectStore objects, ObjectReference reference) =>
        FromBytes(await objects.GetAsync(reference));
}
