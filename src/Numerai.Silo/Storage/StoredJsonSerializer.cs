using System.Buffers.Binary;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Orleans.Storage;

namespace Numerai.Silo.Storage;

/// <summary>
/// What Orleans' provider passes to its statements for an actor's state: the sequence of the next event, which has a column of its own, in
/// eight bytes, high ones first, and then the JSON as it is stored.
/// </summary>
internal sealed class StoredJsonSerializer : IGrainStorageSerializer
{
    private const int HeadLength = sizeof(long);

    public BinaryData Serialize<T>(T? input)
    {
        if (input is not IPersisted persisted)
        {
            throw new NotSupportedException($"Only states of actors are stored in actor rows, and {typeof(T)} is none.");
        }

        var json = StoredJson.Write(input);
        var payload = new byte[HeadLength + json.Length];
        BinaryPrimitives.WriteInt64BigEndian(payload, persisted.NextSequence);
        json.CopyTo(payload, HeadLength);
        return new BinaryData(payload);
    }

    public T Deserialize<T>(BinaryData input) => StoredJson.Read<T>(input.ToMemory().Span[HeadLength..]);
}
