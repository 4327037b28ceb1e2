/** A call activity that is drawn with the process that it calls inside. */
export const openCall = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="open-call" targetNamespace="urn:example">
<bpmn:process id="main" name="Cấp giấy" isExecutable="true"><bpmn:startEvent id="begin"/><bpmn:callActivity id="call" name="Gọi kiểm tra" calledElement="called"/><bpmn:endEvent id="end"/><bpmn:sequenceFlow id="m1" sourceRef="begin" targetRef="call"/><bpmn:sequenceFlow id="m2" sourceRef="call" targetRef="end"/></bpmn:process>
<bpmn:process id="called" name="Kiểm tra"><bpmn:startEvent id="inBegin"/><bpmn:userTask id="inStep" name="Xem lại hồ sơ"/><bpmn:endEvent id="inEnd"/><bpmn:sequenceFlow id="c1" sourceRef="inBegin" targetRef="inStep"/><bpmn:sequenceFlow id="c2" sourceRef="inStep" targetRef="inEnd"/></bpmn:process>
<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="d_plane" bpmnElement="main">
<bpmndi:BPMNShape id="begin_di" bpmnElement="begin"><dc:Bounds x="100" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="call_di" bpmnElement="call" isExpanded="true"><dc:Bounds x="200" y="80" width="460" height="240"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="inBegin_di" bpmnElement="inBegin"><dc:Bounds x="230" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="inStep_di" bpmnElement="inStep"><dc:Bounds x="320" y="160" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="inEnd_di" bpmnElement="inEnd"><dc:Bounds x="480" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="end_di" bpmnElement="end"><dc:Bounds x="720" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="m1_di" bpmnElement="m1"><di:waypoint x="136" y="200"/><di:waypoint x="200" y="200"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="m2_di" bpmnElement="m2"><di:waypoint x="660" y="200"/><di:waypoint x="720" y="200"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="c1_di" bpmnElement="c1"><di:waypoint x="266" y="200"/><di:waypoint x="320" y="200"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="c2_di" bpmnElement="c2"><di:waypoint x="420" y="200"/><di:waypoint x="480" y="200"/></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>
`;
