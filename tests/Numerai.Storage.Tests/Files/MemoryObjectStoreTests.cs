using Numerai.Storage.Memory;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Files;

public sealed class MemoryObjectStoreTests : ObjectStoreSuite
{
    protected override IObjectStore Store { get; } = new MemoryObjectStore();
}
